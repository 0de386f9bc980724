// One person's phone: whose it is, the messages, and where they write.
import { act } from "./api.js";
import { Composer } from "./composer.js";
import { choose } from "./dialogs.js";
import { h, icon } from "./dom.js";
import { Log } from "./log.js";

const TOAST_STAYS = 3500; // milliseconds

export class Phone {
  constructor(person, shared) {
    this.person = person;
    this.shared = shared;
    this.log = new Log(this.context());
    this.composer = new Composer(person, (text) => this.toast(text));
    this.status = h("span", { class: "status" });
    this.toastBox = h("div", { class: "toast", role: "status", "aria-live": "polite" });
    this.log.element.append(this.toastBox);
    const props = { class: "phone", role: "tabpanel", id: `phone-${person.id}`, "aria-label": `${person.name}’s phone` };
    const toField = h("button", { type: "button", class: "skip", onclick: () => this.composer.input.focus() }, "Skip to the message field");
    this.element = h("section", props, toField, this.header(), this.log.element, this.composer.element);
  }

  context() {
    const phone = this;
    return {
      name: this.person.name,
      get now() {
        return phone.shared.now;
      },
      get bot() {
        return phone.shared.bot;
      },
      command: (text) => act(this.person.id, "say", { text }),
      link: (url) => this.shared.openLink(url),
      tap: (message, data) => act(this.person.id, "tap", { message, data }),
      isPressed: (message, data) => this.person.pressed.some((p) => p.message === message && p.data === data),
      toast: (text) => this.toast(text),
    };
  }

  header() {
    const more = h("button", { type: "button", class: "round", "aria-label": "More", onclick: () => this.more() }, icon("more"));
    const avatar = h("span", { class: "avatar", "aria-hidden": "true" }, icon("pill"));
    const names = h("div", { class: "names" }, h("h2", {}, this.shared.bot.name), this.status);
    const owner = h("span", { class: "owner" }, `${this.person.name}’s phone`);
    return h("header", { class: "top" }, avatar, names, owner, more);
  }

  async more() {
    const block = this.person.blocked ? ["unblock", "Unblock the bot"] : ["block", "Block the bot"];
    const answer = await choose(`${this.person.name}’s phone`, [["place", "Send a location"], block]);
    if (answer === "place") this.composer.sendPlace();
    else if (answer) act(this.person.id, answer);
  }

  update(person, messages) {
    this.person = person;
    this.status.textContent = person.typing ? "typing…" : "bot";
    this.status.classList.toggle("busy", person.typing);
    this.log.about.replaceChildren(...this.about(person));
    this.log.update(messages);
    this.log.typing.hidden = !person.typing;
    this.log.showPressed(person.pressed);
    this.composer.update(person, this.keyboard());
  }

  about(person) {
    if (!person.about) return [h("p", {}, "No messages here yet.")];
    return [h("strong", {}, "What can this bot do?"), h("p", {}, person.about)];
  }

  // The newest message that shows or removes a reply keyboard decides; a one-time one goes once it is used.
  keyboard() {
    let used = false;
    for (const message of this.log.sorted().reverse()) {
      if (message.mine) used = true;
      const markup = message.keyboard;
      if (!markup) continue;
      if (markup.remove_keyboard || (markup.one_time_keyboard && used) || (markup.force_reply && used)) return null;
      return markup;
    }
    return null;
  }

  get newest() {
    return Math.max(0, ...[...this.log.messages.values()].filter((m) => !m.mine).map((m) => m.id));
  }

  toast(text) {
    clearTimeout(this.toastTimer);
    this.toastBox.textContent = text;
    this.toastBox.classList.add("shown");
    this.toastTimer = setTimeout(() => this.toastBox.classList.remove("shown"), TOAST_STAYS);
  }
}
