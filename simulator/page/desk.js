// The bar above the phones: the pretended time, what is due next, the clock's buttons, the faults, the theme.
import { moveClock, setFault } from "./api.js";
import { chooseMoment } from "./dialogs.js";
import { byId, momentText, relativeText, shortText } from "./dom.js";

const MOVES = byId("moves");
const FAULTS = byId("faults");
const TROUBLE = {
  down: "Telegram is down: what the bot owes waits.",
  delayed: "Messages are delayed.",
  killed: "The bot is killed: time that passes now is an outage.",
};

export function showDesk(view) {
  const now = new Date(view.now);
  const { movable, busy, fresh, next } = view.clock;
  byId("now").textContent = momentText(now);
  byId("now").dateTime = view.now;
  byId("next").textContent = nextText(view, next && new Date(next), now);
  byId("desk").classList.toggle("busy", busy);
  MOVES.hidden = !movable;
  byId("sample").hidden = !fresh;
  for (const button of MOVES.children) button.disabled = busy || (button.dataset.to === "next" && !next);
  showFaults(view.faults, movable);
}

function nextText({ clock, faults }, next, now) {
  if (!clock.movable) return "the computer’s time";
  if (clock.busy) return "Time is passing…";
  if (faults.killed) return "The bot does not run";
  if (!clock.ready) return "The bot is starting…";
  return next ? `Next: ${shortText(next, now)}, ${relativeText(next, now)}` : "Nothing is due";
}

function showFaults(faults, movable) {
  const boxes = [...FAULTS.querySelectorAll("input")];
  for (const box of boxes) {
    box.checked = faults[box.dataset.fault];
    box.disabled = faults.fixed || (box.dataset.fault === "killed" && !movable);
  }
  const words = boxes.filter((box) => box.checked).map((box) => TROUBLE[box.dataset.fault]).join(" ");
  const line = byId("trouble");
  line.hidden = !words;
  if (line.textContent !== words) line.textContent = words; // said once to those who listen
}

export function startDesk() {
  MOVES.addEventListener("click", ({ target }) => target.dataset.to && move(target.dataset.to));
  FAULTS.addEventListener("change", ({ target }) => setFault(target.dataset.fault, target.checked));
  const root = document.documentElement;
  const stored = localStorage.getItem("theme");
  if (stored) root.dataset.theme = stored;
  byId("theme-button").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
  });
}

async function move(to) {
  const goal = to === "date" ? await chooseMoment(new Date(byId("now").dateTime)) : to;
  if (!goal) return;
  byId("desk").classList.add("busy"); // until the next view says otherwise
  if (!(await moveClock(goal))) byId("desk").classList.remove("busy");
}
