// The scrolling list of messages of one phone: rows by id under their days, the newest kept in view.
import { dayKey, dayText, h, icon } from "./dom.js";
import { messageRow } from "./bubble.js";

const NEAR = 60; // pixels from the end that still count as being there

export class Log {
  constructor(context) {
    this.context = context;
    this.rows = new Map();
    this.messages = new Map();
    this.pinned = true;
    this.top = 0;
    const label = `Messages, ${context.name}`;
    const live = { role: "log", "aria-live": "off", "aria-relevant": "additions text", "aria-label": label };
    this.days = h("div", { ...live });
    this.about = h("div", { class: "about-bot" });
    this.typing = h("div", { class: "row theirs typing", hidden: true }, h("div", { class: "stack" }, dots()));
    this.inner = h("div", {}, this.about, this.days, this.typing);
    this.list = h("div", { class: "log", tabindex: "0" }, this.inner);
    this.jump = h("button", { type: "button", class: "round jump", "aria-label": "To the newest message", hidden: true }, icon("down"));
    this.element = h("div", { class: "scene" }, this.list, this.jump);
    this.jump.addEventListener("click", () => this.toEnd("smooth"));
    this.list.addEventListener("scroll", () => this.noteScroll());
    const follow = new ResizeObserver(() => this.pinned && this.toEnd());
    follow.observe(this.list);
    follow.observe(this.inner);
  }

  update(messages) {
    for (const message of messages) this.put(message);
    if (!messages.length) return;
    setTimeout(() => this.days.setAttribute("aria-live", "polite")); // what was there before is not read aloud
    this.arrange();
    if (this.pinned || messages.at(-1).mine) this.toEnd();
    else this.jump.hidden = false;
  }

  put(message) {
    const old = this.rows.get(message.id);
    if (message.deleted) return this.drop(message.id);
    const row = messageRow(message, this.context);
    this.messages.set(message.id, message);
    this.rows.set(message.id, row);
    if (old) replaceKeepingFocus(old, row);
    else this.day(new Date(message.date)).append(row);
  }

  drop(id) {
    const row = this.rows.get(id);
    const day = row?.parentElement;
    row?.remove();
    if (day && !day.querySelector(".row")) day.remove();
    this.rows.delete(id);
    this.messages.delete(id);
  }

  // The part of the list for a day; messages come in order, so a new day is always the last.
  day(date) {
    const key = dayKey(date);
    if (this.days.lastChild?.dataset.day === key) return this.days.lastChild;
    const part = h("div", { class: "day", data: { day: key } }, h("h3", {}, h("span", {}, dayText(date))));
    this.days.append(part);
    return part;
  }

  // Which bubbles stand together.
  arrange() {
    let before = null;
    for (const message of this.sorted()) {
      const row = this.rows.get(message.id);
      const joined = before?.mine === message.mine && this.rows.get(before.id).parentElement === row.parentElement;
      row.classList.toggle("first", !joined);
      row.classList.add("last");
      if (joined) this.rows.get(before.id).classList.remove("last");
      before = message;
    }
    this.about.hidden = this.messages.size > 0;
  }

  sorted() {
    return [...this.messages.values()].sort((a, b) => a.id - b.id);
  }

  // Put the loading state on the buttons that wait for an answer, and take it off those that have one.
  showPressed(pressed) {
    const text = JSON.stringify(pressed);
    if (this.pressedText === text) return;
    this.pressedText = text;
    for (const [id, message] of this.messages) {
      const keys = this.rows.get(id).querySelectorAll("button.key");
      const data = message.buttons.flat().filter((key) => !key.url);
      keys.forEach((key, index) => {
        if (this.context.isPressed(id, data[index].callback_data)) key.setAttribute("aria-busy", "true");
        else key.removeAttribute("aria-busy");
      });
    }
  }

  toEnd(behavior = "auto") {
    this.list.scrollTo({ top: this.list.scrollHeight, behavior });
    this.pinned = true;
    this.jump.hidden = true;
  }

  // Only a person scrolling up lets go of the end; a list that grows or shrinks does not.
  noteScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.list;
    const atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    this.pinned = atEnd || (this.pinned && scrollTop >= this.top);
    this.top = scrollTop;
    if (this.pinned) this.jump.hidden = true;
  }
}

function dots() {
  return h("div", { class: "bubble dots", "aria-label": "typing" }, h("i"), h("i"), h("i"));
}

// A person on the keyboard stays where they were when the bot edits a message.
function replaceKeepingFocus(old, row) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const label = focused?.textContent;
  row.classList.add("changed");
  old.replaceWith(row);
  if (!focused) return;
  const twin = [...row.querySelectorAll("button, a")].find((node) => node.textContent === label);
  (twin ?? row).focus({ preventScroll: true });
}
