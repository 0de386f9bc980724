// Puts the page together and feeds each phone with what the stream reports.
import { act, listen } from "./api.js";
import { showDesk, startDesk } from "./desk.js";
import { choose, showAlert } from "./dialogs.js";
import { byId } from "./dom.js";
import { Phone } from "./phone.js";
import { Tabs } from "./tabs.js";

const phones = new Map();
const tabs = new Tabs(phones);
const shared = { now: new Date(), bot: { name: "", username: "" }, openLink };
let revision = 0;

function receive(view) {
  if (view.all && revision > 0) return location.reload(); // another server, or an emptied one
  revision = view.revision;
  shared.now = new Date(view.now);
  shared.bot = view.bot;
  showDesk(view);
  for (const person of view.people) show(person, view.messages.filter((message) => message.chat === person.id));
  tabs.show();
  for (const toast of view.toasts) {
    if (toast.alert) showAlert(toast.text);
    else phones.get(toast.chat)?.toast(toast.text);
  }
}

function show(person, messages) {
  if (!phones.has(person.id)) {
    const phone = new Phone(person, shared);
    phones.set(person.id, phone);
    byId("phones").append(phone.element);
    tabs.add(person);
  }
  phones.get(person.id).update(person, messages);
}

// A deep link to this bot is followed on one of the phones; any other link is the browser's.
function openLink(url) {
  const own = `t.me/${shared.bot.username}`.toLowerCase();
  const address = url.replace(/^https?:\/\//i, "").toLowerCase();
  if (address !== own && !address.startsWith(`${own}?`)) return false;
  followOn(url);
  return true;
}

async function followOn(link) {
  const people = [...phones.values()].map(({ person }) => [String(person.id), `${person.name}’s phone`]);
  const id = await choose("Open this link on", people);
  if (!id) return;
  await act(Number(id), "open", { link });
  tabs.select(Number(id));
}

startDesk();
listen(receive, (online) => {
  byId("offline").hidden = online;
});
