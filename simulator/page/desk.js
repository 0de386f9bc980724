// The bar above the phones: the pretended time, what is due next, the clock's buttons, Telegram's state, the theme.
import { moveClock, setDown } from "./api.js";
import { byId, momentText, relativeText, shortText } from "./dom.js";

const MOVES = byId("moves");
const DOWN = byId("down-switch");

export function showDesk(view) {
  const now = new Date(view.now);
  const { movable, busy, fresh, next } = view.clock;
  byId("now").textContent = momentText(now);
  byId("now").dateTime = view.now;
  byId("next").textContent = nextText(movable, busy, next && new Date(next), now);
  byId("desk").classList.toggle("busy", busy);
  MOVES.hidden = !movable;
  byId("sample").hidden = !fresh;
  for (const button of MOVES.children) button.disabled = busy || (button.dataset.to === "next" && !next);
  DOWN.checked = view.down;
}

function nextText(movable, busy, next, now) {
  if (!movable) return "the computer’s time";
  if (busy) return "Time is passing…";
  return next ? `Next: ${shortText(next, now)}, ${relativeText(next, now)}` : "Nothing is due";
}

export function startDesk() {
  MOVES.addEventListener("click", (event) => event.target.dataset.to && moveClock(event.target.dataset.to));
  DOWN.addEventListener("change", () => setDown(DOWN.checked));
  const root = document.documentElement;
  const stored = localStorage.getItem("theme");
  if (stored) root.dataset.theme = stored;
  byId("theme-button").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
  });
}
