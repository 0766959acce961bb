/** The start page: in the person's language, and its one action, to make a room and walk in. */
import { LONGEST_TITLE, plainText } from "../core/plainText";
import { chooseLanguage, startWholeLanguage } from "../language";
import { problemOf } from "../panels/invitation";
import type { Language } from "../texts/languages";
import { later, texts } from "../texts/texts";
import { readMeasure, type Measure } from "./measure";
import { sayAll } from "./said";

const form = document.querySelector<HTMLFormElement>("#create")!;
const problem = form.querySelector<HTMLElement>(".create-problem")!;
const button = form.querySelector<HTMLButtonElement>("button[type=submit]")!;

const language = document.querySelector<HTMLSelectElement>("#language")!;

const started = startWholeLanguage().then(told);

language.value = document.documentElement.lang;
language.addEventListener("change", async () => {
  if (await chooseLanguage(language.value as Language)) return told();
  language.value = document.documentElement.lang;
  complain({ problem: texts().refusals.unreachable });
});

function told(): void {
  sayAll();
  complain(undefined);
  language.value = document.documentElement.lang;
  // What was hidden because it was not in the person's language (`landing.css`) may be seen.
  document.documentElement.dataset.told = "";
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void started.then(create);
});
form.addEventListener("input", () => complain(undefined));

async function create(): Promise<void> {
  const title = plainText(field("title").value, LONGEST_TITLE);
  const width = readMeasure("width", field("width").value);
  const depth = readMeasure("depth", field("depth").value);
  if (title === "") return complain({ field: "title", problem: later().creating.noName });
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
    if (!response.ok) return { problem: problemOf(response) };
    const answer = await response.json();
    return { room: answer.room, token: answer.tokens.owner };
  } catch {
    return { problem: texts().refusals.unreachable };
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
