// On a narrow screen one phone at a time, chosen by tabs that show who has something new.
import { byId, h } from "./dom.js";

const LIST = byId("tabs");

export class Tabs {
  constructor(phones) {
    this.phones = phones;
    this.active = Number(localStorage.getItem("person")) || null;
    LIST.addEventListener("keydown", (event) => this.key(event));
  }

  add(person) {
    const props = { type: "button", role: "tab", id: `tab-${person.id}`, "aria-controls": `phone-${person.id}`, data: { person: person.id } };
    const tab = h("button", { ...props, onclick: () => this.select(person.id) }, person.name, h("i", { class: "dot" }));
    LIST.append(tab);
  }

  select(id) {
    this.active = id;
    localStorage.setItem("person", id);
    this.show();
    this.phones.get(id).log.toEnd();
  }

  show() {
    if (!this.phones.has(this.active)) this.active = this.phones.keys().next().value;
    for (const tab of LIST.children) {
      const phone = this.phones.get(Number(tab.dataset.person));
      const active = phone.person.id === this.active;
      const seen = `seen-${phone.person.id}`;
      if (active) localStorage.setItem(seen, phone.newest);
      const fresh = phone.newest > Number(localStorage.getItem(seen));
      tab.setAttribute("aria-selected", String(active));
      tab.tabIndex = active ? 0 : -1;
      tab.classList.toggle("fresh", fresh);
      tab.lastChild.textContent = fresh ? "new" : "";
      phone.element.classList.toggle("active", active);
    }
  }

  key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const tabs = [...LIST.children];
    const at = tabs.findIndex((tab) => Number(tab.dataset.person) === this.active);
    const tab = tabs[(at + step + tabs.length) % tabs.length];
    this.select(Number(tab.dataset.person));
    tab.focus();
  }
}
