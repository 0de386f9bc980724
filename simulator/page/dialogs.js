// Dialogues: a large picture, words to confirm, a choice, a place.
import { byId, h } from "./dom.js";

const DAY = 86400e3; // milliseconds

export function showAlert(text) {
  const dialog = byId("alert");
  dialog.querySelector("p").textContent = text;
  if (!dialog.open) dialog.showModal();
}

export function showPicture(url, name, words) {
  const dialog = byId("viewer");
  const image = dialog.querySelector("img");
  image.src = url;
  image.alt = words;
  const link = dialog.querySelector("a");
  link.href = url;
  link.download = name;
  dialog.showModal();
}

// Resolves to the value of the chosen option, or "" when the person turned away.
export function choose(question, options) {
  const dialog = byId("choice");
  dialog.querySelector("p").textContent = question;
  const buttons = options.map(([value, label]) => h("button", { value }, label));
  dialog.querySelector("form").replaceChildren(...buttons, h("button", { value: "" }, "Cancel"));
  return answerOf(dialog);
}

// Resolves to an ISO moment not before `now`, or "" when the person turned away.
export async function chooseMoment(now) {
  const input = byId("moment");
  const local = (moment) => new Date(moment - moment.getTimezoneOffset() * 60e3).toISOString().slice(0, 16);
  input.min = local(new Date(now.getTime() + 60e3)); // minutes are as fine as it gets
  input.value = local(new Date(now.getTime() + DAY));
  return (await answerOf(byId("date"))) ? new Date(input.value).toISOString() : "";
}

const CITIES = {
  Berlin: [52.52, 13.405],
  London: [51.507, -0.128],
  Lisbon: [38.722, -9.139],
  Helsinki: [60.17, 24.938],
  "New York": [40.713, -74.006],
  "Los Angeles": [34.052, -118.244],
  "São Paulo": [-23.55, -46.633],
  Lagos: [6.524, 3.379],
  Delhi: [28.614, 77.209],
  Tokyo: [35.69, 139.692],
  Sydney: [-33.869, 151.209],
  Auckland: [-36.849, 174.764],
};

// Resolves to {latitude, longitude}, or null.
export async function choosePlace() {
  const dialog = byId("place");
  const city = byId("city");
  const fill = () => {
    [byId("latitude").value, byId("longitude").value] = CITIES[city.value];
  };
  city.replaceChildren(...Object.keys(CITIES).map((name) => h("option", {}, name)));
  city.onchange = fill;
  fill();
  if ((await answerOf(dialog)) !== "send") return null;
  return { latitude: Number(byId("latitude").value), longitude: Number(byId("longitude").value) };
}

function answerOf(dialog) {
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
  });
}

for (const dialog of document.querySelectorAll("dialog")) {
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target === dialog.querySelector(":scope > img")) dialog.close("");
  });
}
