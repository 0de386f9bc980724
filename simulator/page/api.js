// Talks to the server that served the page, and to nobody else.
import { showAlert } from "./dialogs.js";

// Whether it was done.
async function post(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    return false; // the stream reports that the server is away
  }
  if (!answer.ok) showAlert(await answer.text());
  return answer.ok;
}

export const act = (person, action, body = {}) => post(`/api/people/${person}/${action}`, body);
export const moveClock = (to) => post("/api/clock", { to });
export const setFault = (name, on) => post("/api/faults", { [name]: on });

// Calls `onView` with each snapshot and `onLine` with whether the server answers.
export function listen(onView, onLine) {
  const source = new EventSource("/api/stream");
  source.addEventListener("open", () => onLine(true));
  source.addEventListener("error", () => onLine(false));
  source.addEventListener("message", (event) => onView(JSON.parse(event.data)));
}
