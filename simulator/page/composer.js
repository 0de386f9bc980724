// Where a person writes: the text field, the command menu, the reply keyboard, Start and Unblock.
import { act } from "./api.js";
import { CommandMenu } from "./commands.js";
import { choosePlace } from "./dialogs.js";
import { h, icon } from "./dom.js";

export class Composer {
  constructor(person, toast) {
    this.person = person;
    this.toast = toast;
    const props = { rows: "1", maxlength: "4096", placeholder: "Message", "aria-label": `Message from ${person.name}`, enterkeyhint: "send" };
    this.input = h("textarea", props);
    this.menu = new CommandMenu(this.input, person.id, (command) => this.say(command));
    this.menuButton = h("button", { type: "button", class: "menu", onclick: () => this.openMenu() }, "Menu");
    this.sendButton = h("button", { class: "round send", "aria-label": "Send" }, icon("send"));
    this.keys = h("div", { class: "reply-keyboard", role: "group", "aria-label": "Answers", hidden: true });
    this.big = h("button", { type: "button", class: "big", onclick: () => this.pressBig() });
    this.form = h("form", { class: "line" }, this.menuButton, this.input, this.sendButton);
    this.element = h("footer", { class: "composer" }, this.menu.list, this.form, this.keys, this.big);
    this.listen();
  }

  listen() {
    this.input.addEventListener("input", () => {
      this.fit();
      this.menu.follow(this.input.value);
    });
    this.input.addEventListener("blur", () => this.menu.close());
    this.input.addEventListener("keydown", (event) => {
      if (this.menu.key(event)) return;
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.sendTyped();
      }
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.sendTyped();
    });
  }

  openMenu() {
    this.input.focus();
    this.menu.toggle();
  }

  sendTyped() {
    const text = this.input.value;
    if (!text.trim()) return;
    this.input.value = "";
    this.fit();
    this.say(text);
  }

  say(text) {
    this.menu.close();
    act(this.person.id, "say", { text });
  }

  // As tall as its lines, up to what the style allows.
  fit() {
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight}px`;
    this.form.classList.toggle("filled", this.input.value.trim() !== "");
  }

  update(person, keyboard) {
    this.person = person;
    this.menu.commands = person.commands;
    this.menuButton.hidden = person.commands.length === 0;
    this.big.textContent = person.blocked ? "Unblock" : "Start";
    this.big.hidden = person.opened && !person.blocked;
    this.form.hidden = !this.big.hidden;
    this.input.placeholder = keyboard?.input_field_placeholder || "Message";
    this.showKeys(this.form.hidden ? null : keyboard);
  }

  showKeys(keyboard) {
    const rows = keyboard?.keyboard ?? [];
    const text = JSON.stringify(rows);
    if (this.keysText === text) return;
    this.keysText = text;
    this.keys.replaceChildren(...rows.map((row) => h("div", { class: "keys" }, ...row.map((key) => this.key(key)))));
    this.keys.hidden = rows.length === 0;
  }

  key(key) {
    const label = [key.request_location && icon("pin"), key.text];
    return h("button", { type: "button", class: "key", onclick: () => this.pressKey(key) }, ...label);
  }

  async pressKey(key) {
    if (key.request_location) return this.sendPlace();
    if (Object.keys(key).some((name) => name.startsWith("request_"))) {
      return this.toast("The practice chat cannot answer this request.");
    }
    return this.say(key.text);
  }

  async sendPlace() {
    const place = await choosePlace();
    if (place) act(this.person.id, "location", place);
  }

  pressBig() {
    if (this.person.blocked) act(this.person.id, "unblock");
    else this.say("/start");
    this.input.focus();
  }
}
