// Small helpers: elements, icons and moments. Text always goes in as text, never as markup.

export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else if (name === "data") Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#${name}`);
  svg.append(use);
  svg.setAttribute("aria-hidden", "true");
  return svg;
}

export const byId = (id) => document.getElementById(id);

const shape = (options) => new Intl.DateTimeFormat(navigator.language, { hourCycle: "h23", ...options });
const CLOCK = shape({ hour: "2-digit", minute: "2-digit" });
const DAY = shape({ weekday: "short", day: "numeric", month: "long" });
const MOMENT = shape({ weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
const SOON = shape({ weekday: "short", hour: "2-digit", minute: "2-digit" });
const WEEK = 6 * 86400e3; // milliseconds in which a weekday names one day
const DAY_KEY = new Intl.DateTimeFormat("sv-SE");

export const clockText = (moment) => CLOCK.format(moment);
export const dayText = (moment) => DAY.format(moment);
export const momentText = (moment) => MOMENT.format(moment);
export const shortText = (moment, now) => (moment - now < WEEK ? SOON : MOMENT).format(moment);
export const dayKey = (moment) => DAY_KEY.format(moment);

const UNITS = [["year", 31557600], ["month", 2629800], ["week", 604800], ["day", 86400], ["hour", 3600], ["minute", 60]];

// "in 3 hours", "2 days ago", counted from the pretended present.
export function relativeText(moment, now) {
  const seconds = (moment - now) / 1000;
  const words = new Intl.RelativeTimeFormat(navigator.language, { numeric: "auto" });
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return words.format(Math.round(seconds / length), unit);
  }
  return words.format(Math.round(seconds), "second");
}

const TIME_PARTS = {
  t: { hour: "2-digit", minute: "2-digit" },
  T: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
  d: { day: "2-digit", month: "2-digit", year: "2-digit" },
  D: { day: "numeric", month: "long", year: "numeric" },
  w: { weekday: "long" },
  W: { weekday: "long" },
};

// A moment in the reader's own zone, by Telegram's format letters; no letters leave the bot's own words.
export function timeText(moment, format, words, now) {
  if (!format) return words;
  if (format.toLowerCase() === "r") return relativeText(moment, now);
  return shape(Object.assign({}, ...[...format].map((letter) => TIME_PARTS[letter]))).format(moment);
}

export function sizeText(bytes) {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
