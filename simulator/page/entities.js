// Text with Telegram's entities as DOM nodes. JavaScript strings count UTF-16 units, as Telegram does.
import { h, timeText } from "./dom.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

// `context` has now, and command(text) and link(url) for what can be pressed.
export function richText(text, entities, context) {
  return nest(text, [...entities], 0, text.length, context);
}

// Nodes for text[start, end); `entities` is consumed in order, outer before inner.
function nest(text, entities, start, end, context) {
  const nodes = [];
  let at = start;
  while (entities.length && entities[0].offset < end) {
    const entity = entities.shift();
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (to <= from) continue;
    nodes.push(text.slice(at, from));
    nodes.push(element(entity, nest(text, entities, from, to, context), text.slice(from, to), context));
    at = BLOCKS.has(entity.type) && text[to] === "\n" ? to + 1 : to; // a block ends its own line
  }
  nodes.push(text.slice(at, end));
  return nodes.filter((node) => node !== "");
}

function element(entity, children, words, context) {
  if (entity.type in TAGS) return h(TAGS[entity.type], {}, ...children);
  switch (entity.type) {
    case "spoiler":
      return spoiler(children);
    case "date_time":
      return time(entity, words, context.now);
    case "bot_command":
      return h("button", { type: "button", class: "word", onclick: () => context.command(words) }, ...children);
    case "url":
    case "text_link":
      return link(entity.url ?? words, children, context);
    default:
      return h("span", { class: entity.type }, ...children);
  }
}

function spoiler(children) {
  const node = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden text: show" }, ...children);
  const show = () => {
    node.className = "spoiler shown";
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  };
  node.addEventListener("click", show);
  node.addEventListener("keydown", (event) => ["Enter", " "].includes(event.key) && show());
  return node;
}

function time(entity, words, now) {
  const moment = new Date(entity.unix_time * 1000);
  const shown = timeText(moment, entity.date_time_format, words, now);
  return h("time", { datetime: moment.toISOString(), title: moment.toLocaleString(navigator.language) }, shown);
}

function link(url, children, context) {
  return h(
    "a",
    {
      href: url,
      target: "_blank",
      rel: "noopener noreferrer",
      onclick: (event) => context.link(url) && event.preventDefault(),
    },
    ...children,
  );
}
