// The command menu: opens with "/" or the Menu button, filtered by what is typed, worked with arrows and Enter.
import { h } from "./dom.js";

export class CommandMenu {
  constructor(input, name, onChoose) {
    this.input = input;
    this.onChoose = onChoose;
    this.commands = [];
    this.shown = [];
    this.at = -1;
    this.list = h("ul", { class: "commands", role: "listbox", id: `commands-${name}`, "aria-label": "Commands", hidden: true });
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.list.id);
    this.close();
  }

  get open() {
    return !this.list.hidden;
  }

  // Offer the commands that begin as the text does.
  follow(text) {
    const typed = /^\/\w*$/.test(text);
    this.show(typed ? this.commands.filter(({ command }) => `/${command}`.startsWith(text.toLowerCase())) : []);
  }

  toggle() {
    if (this.open) this.close();
    else this.show(this.commands);
  }

  show(commands) {
    this.shown = commands;
    this.at = -1;
    this.list.replaceChildren(...commands.map((entry, index) => this.option(entry, index)));
    this.list.hidden = commands.length === 0;
    this.input.setAttribute("aria-expanded", String(this.open));
    this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.show([]);
  }

  option({ command, description }, index) {
    const choose = (event) => {
      event.preventDefault(); // the focus stays in the text field
      this.choose(index);
    };
    return h(
      "li",
      { role: "option", id: `${this.list.id}-${index}`, "aria-selected": "false", onmousedown: choose },
      h("strong", {}, `/${command}`),
      h("span", {}, description),
    );
  }

  choose(index) {
    const { command } = this.shown[index];
    this.close();
    this.onChoose(`/${command}`);
  }

  // Whether the key was for the menu.
  key(event) {
    if (!this.open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.move(step);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab" && this.shown.length) this.choose(Math.max(this.at, 0));
    else if (event.key === "Enter" && this.at >= 0) this.choose(this.at);
    else return false;
    event.preventDefault();
    return true;
  }

  move(step) {
    const count = this.shown.length;
    this.at = this.at < 0 && step < 0 ? count - 1 : (this.at + step + count) % count;
    [...this.list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === this.at)));
    this.list.children[this.at].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", this.list.children[this.at].id);
  }
}
