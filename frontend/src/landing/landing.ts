/** The start page's one action: make a room and walk in. */
import { readMeasure, type Measure } from "./measure";

const form = document.querySelector<HTMLFormElement>("#create")!;
const problem = form.querySelector<HTMLElement>(".create-problem")!;
const button = form.querySelector<HTMLButtonElement>("button[type=submit]")!;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void create();
});
form.addEventListener("input", () => complain(undefined));

async function create(): Promise<void> {
  const title = field("title").value.trim();
  const width = readMeasure("width", field("width").value);
  const depth = readMeasure("depth", field("depth").value);
  if (title === "") return complain({ field: "title", problem: "Please give the room a name." });
  if ("problem" in width) return complain(width);
  if ("problem" in depth) return complain(depth);
  button.disabled = true;
  const answer = await post({ title, width: width.millimetres, depth: depth.millimetres });
  button.disabled = false;
  if ("problem" in answer) complain(answer);
  else location.assign(`/rooms/${answer.room}#token=${answer.token}`);
}

async function post(body: object): Promise<{ room: string; token: string } | { problem: string }> {
  try {
    const response = await fetch("/api/rooms", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) return { problem: answer.detail ?? answer.title ?? `The server answered ${response.status}.` };
    return { room: answer.room, token: answer.tokens.owner };
  } catch {
    return { problem: "The server cannot be reached just now. Please try again in a moment." };
  }
}

function complain(about: { field?: Measure | "title"; problem: string } | undefined): void {
  problem.hidden = about === undefined;
  problem.textContent = about?.problem ?? "";
  for (const name of ["title", "width", "depth"] as const) {
    field(name).setAttribute("aria-invalid", String(about?.field === name));
  }
  if (about?.field) field(about.field).focus();
}

function field(name: Measure | "title"): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}
