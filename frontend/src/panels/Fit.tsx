/** Does it fit? A chip that says so at a glance, and the panel behind it: every check, the worst first. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Offer } from "../alternatives/Offer";
import { keyOf, type Check, type Verdict } from "../fit/checks";
import { texts } from "../texts/texts";
import { useWorkshop } from "./context";
import { obstacleNamed } from "../fit/obstacles";
import { marginText, obstacleName, sentenceOf, summaryOf, type Wording } from "../fit/words";
import { CheckIcon, CrossIcon, NarrowIcon, QuestionIcon } from "./icons";
import { SidePanel, useOpener } from "./SidePanel";

const GROUPS: readonly Verdict[] = ["failed", "tight", "not-checked", "passed"];

export const VERDICT_ICONS: Record<Verdict, () => preact.JSX.Element> = {
  failed: CrossIcon,
  tight: NarrowIcon,
  "not-checked": QuestionIcon,
  passed: CheckIcon,
};

/** Screen readers hear the summary once it has stayed the same for so long. */
const CALM_MS = 1200;

export function FitChip() {
  const { fitting } = useWorkshop().session;
  const checks = fitting.checks.value;
  const { panel } = useWorkshop().session;
  const { button, open } = useOpener("checks");
  if (!checks) return null;
  const { verdict, text } = summaryOf(checks);
  const Icon = VERDICT_ICONS[verdict];
  return (
    <>
      <button
        type="button"
        ref={button}
        class={`fit-chip ${verdict}`}
        aria-expanded={open}
        aria-controls="fit"
        onClick={() => (panel.value = open ? undefined : "checks")}
      >
        <Icon />
        <span>
          <span class="visually-hidden">{texts().fit.title} </span>
          {text}
        </span>
      </button>
      <Announcement text={text} />
    </>
  );
}

function Announcement({ text }: { readonly text: string }) {
  const spoken = useSignal("");
  const first = useRef(true);
  useEffect(() => {
    // How the room was found is no news.
    if (first.current) {
      first.current = false;
      return undefined;
    }
    const timer = setTimeout(() => (spoken.value = text), CALM_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="visually-hidden fit-spoken" role="status">
      {spoken.value}
    </div>
  );
}

export function FitPanel() {
  const { session } = useWorkshop();
  const { fitting } = session;
  const plan = fitting.plan.value;
  const checks = fitting.checks.value;
  // What was pointed at is nothing's once the panel is gone.
  useEffect(() => () => void (fitting.pointed.value = undefined), [fitting.open.value]);
  if (!fitting.open.value || !checks || !plan) return null;
  const name = (item: string) => {
    const obstacle = obstacleNamed(item, plan);
    if (obstacle) return obstacleName(obstacle, plan);
    const sku = session.view.peek().shown.get(item)?.sku;
    return session.catalogue.peek()?.bySku.get(sku ?? "")?.name ?? texts().pieces.unknown;
  };
  const wording: Wording = { name, plan };
  return (
    <SidePanel id="fit" className="fit" heading={texts().fit.title} closing={texts().fit.close}>
      <div class="fit-groups">
        {GROUPS.map((verdict) => (
          <Group
            key={verdict}
            verdict={verdict}
            checks={checks.filter((check) => check.verdict === verdict)}
            wording={wording}
          />
        ))}
      </div>
    </SidePanel>
  );
}

interface GroupProps {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  readonly wording: Wording;
}

/** What fits is folded away, and not even written then: there is most of it, and least to do about it. */
function Group({ verdict, checks, wording }: GroupProps) {
  const unfolded = useSignal(false);
  if (checks.length === 0) return null;
  const Icon = VERDICT_ICONS[verdict];
  const heading = (
    <>
      <Icon />
      {texts().fit.verdicts[verdict]}
      <span class="fit-count">{checks.length}</span>
    </>
  );
  const rows = () => (
    <ul>
      {checks.map((check) => (
        <Row key={keyOf(check)} check={check} wording={wording} />
      ))}
    </ul>
  );
  if (verdict === "passed") {
    return (
      <details class={`fit-group ${verdict}`} onToggle={(event) => (unfolded.value = event.currentTarget.open)}>
        <summary>{heading}</summary>
        {unfolded.value && rows()}
      </details>
    );
  }
  return (
    <section class={`fit-group ${verdict}`}>
      <h3>{heading}</h3>
      {rows()}
    </section>
  );
}

function Row({ check, wording }: { readonly check: Check; readonly wording: Wording }) {
  const { fitting } = useWorkshop().session;
  const key = keyOf(check);
  const point = () => (fitting.pointed.value = key);
  const leave = () => {
    if (fitting.pointed.value === key) fitting.pointed.value = undefined;
  };
  // A check that passes goes from under the pointer, which the browser does not tell.
  useEffect(() => leave, [key]);
  return (
    <li>
      <button
        type="button"
        class="fit-check"
        data-check={check.kind}
        onPointerEnter={point}
        onPointerLeave={(event) => event.pointerType === "mouse" && leave()}
        onFocus={point}
        onBlur={leave}
        onClick={point}
      >
        <span>{sentenceOf(check, wording)}</span>
        <span class="fit-margin">{marginText(check)}</span>
      </button>
      <Offer check={check} />
    </li>
  );
}
