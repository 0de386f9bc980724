// One message: its bubble, and the inline buttons below it.
import { clockText, h, icon, sizeText } from "./dom.js";
import { showPicture } from "./dialogs.js";
import { richText } from "./entities.js";

// `context` has now, bot, command(text), link(url), tap(message, data), isPressed(message, data).
export function messageRow(message, context) {
  const who = message.mine ? "You" : context.bot.name;
  const bubble = h("div", { class: `bubble${pictureOnly(message) ? " bare" : ""}` }, ...content(message, context));
  return h(
    "article",
    { class: `row ${message.mine ? "mine" : "theirs"}`, tabindex: "-1", data: { id: message.id }, "aria-label": who },
    h("div", { class: "stack" }, bubble, message.buttons.length > 0 && keyboard(message, context)),
  );
}

const pictureOnly = (message) => message.media?.kind === "photo" && !message.text;

function content(message, context) {
  const parts = [];
  if (message.media?.kind === "photo") parts.push(picture(message, context));
  if (message.media?.kind === "document") parts.push(file(message.media));
  if (message.location) parts.push(place(message.location));
  if (message.sticker) parts.push(h("p", { class: "notable" }, "Sticker"));
  if (message.voice) parts.push(h("p", { class: "notable" }, "Voice message, 0:03"));
  const words = message.text ? richText(message.text, message.entities, context) : [];
  parts.push(h("div", { class: "text" }, ...words, meta(message)));
  return parts;
}

function meta(message) {
  const date = new Date(message.date);
  return h(
    "span",
    { class: "meta" },
    message.edited && h("span", {}, "edited "),
    message.silent && h("span", { title: "Sent without sound" }, "silent "),
    h("time", { datetime: message.date }, clockText(date)),
  );
}

function picture(message, context) {
  const { url, name, width, height } = message.media;
  const words = `Picture: ${message.text.split("\n")[0] || `from ${message.mine ? "you" : context.bot.name}`}`;
  return h(
    "button",
    { type: "button", class: "picture", "aria-label": "Open the picture", onclick: () => showPicture(url, name, words) },
    h("img", { src: url, alt: words, width, height, loading: "lazy" }),
  );
}

function file({ url, name, size }) {
  return h(
    "a",
    { class: "file", href: url, download: name },
    h("span", { class: "disc" }, icon("file")),
    h("span", { class: "about" }, h("strong", {}, name), h("span", {}, `${sizeText(size)} · Download`)),
  );
}

function place({ latitude, longitude }) {
  const words = `${latitude.toFixed(3)}, ${longitude.toFixed(3)}`;
  return h("p", { class: "place" }, icon("pin"), h("span", {}, "Location", h("br"), h("small", {}, words)));
}

function keyboard(message, context) {
  const rows = message.buttons.map((row) => h("div", { class: "keys" }, ...row.map((key) => inlineKey(message, key, context))));
  return h("div", { class: "keyboard", role: "group", "aria-label": "Buttons" }, ...rows);
}

function inlineKey(message, key, context) {
  const label = h("span", {}, key.text);
  if (key.url) {
    const open = (event) => context.link(key.url) && event.preventDefault();
    const props = { class: "key", href: key.url, target: "_blank", rel: "noopener noreferrer", onclick: open };
    return h("a", props, label, icon("out"));
  }
  if (key.copy_text) {
    const copy = () => navigator.clipboard.writeText(key.copy_text.text).then(() => context.toast("Copied"));
    return h("button", { type: "button", class: "key", onclick: copy }, label, icon("copy"));
  }
  if (key.callback_data === undefined) return h("button", { type: "button", class: "key", disabled: true }, label);
  const pressed = context.isPressed(message.id, key.callback_data);
  const tap = (event) => {
    event.currentTarget.setAttribute("aria-busy", "true");
    context.tap(message.id, key.callback_data);
  };
  const style = key.style ? ` ${key.style}` : "";
  return h("button", { type: "button", class: `key${style}`, "aria-busy": pressed && "true", onclick: tap }, label);
}
