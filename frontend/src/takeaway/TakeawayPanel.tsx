/** The ways to take the room along. What a way needs is loaded when it is chosen. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { useWorkshop } from "../panels/context";
import type { Session } from "../session";
import { later, texts } from "../texts/texts";
import { drawingFile, type Drawn } from "./drawing";
import { fileName } from "./fileName";
import { layPaper } from "./paper";
import { pngOf } from "./pixels";
import { loadRoom, roomData } from "./roomData";
import { save } from "./save";
import { papers, type Paper } from "./scale";
import type { Way } from "./words";
import "./takeaway.css";

type FileWay = Exclude<Way, "pdf">;

type Progress = { readonly busy?: Way; readonly said?: string; readonly problem?: string };

export function TakeawayPanel() {
  const { session } = useWorkshop();
  const progress = useSignal<Progress>({});
  const paper = useSignal<Paper>(papers[0]!);
  const laid = useRef<ReturnType<typeof layPaper>>(undefined);
  useEffect(() => {
    laid.current = layPaper(
      () => drawnNow(session),
      () => paper.value,
    );
    return () => laid.current?.remove();
  }, [session]);

  const take = async (way: FileWay) => {
    if (progress.value.busy) return;
    progress.value = { busy: way };
    try {
      const name = fileName(session.view.value.title, way);
      save(await makers[way](session), name);
      progress.value = { said: later().takeaway.saved(name) };
    } catch (cause) {
      console.error(cause);
      progress.value = {
        problem: later().takeaway.failed(
          way.toUpperCase(),
          way === "png" ? later().takeaway.noPicture : later().takeaway.again,
        ),
      };
    }
  };
  const choose = (chosen: Paper) => {
    paper.value = chosen;
    laid.current?.refresh();
  };
  const { busy, said, problem } = progress.value;
  const row = (way: Way, act: () => void) => <Row way={way} busy={busy === way} act={act} />;
  return (
    <>
      <ul class="takeaway">
        <li>{row("png", () => void take("png"))}</li>
        <li>
          {row("pdf", () => print())}
          <Papers chosen={paper.value} choose={choose} />
        </li>
        <li>{row("svg", () => void take("svg"))}</li>
        <li>{row("glb", () => void take("glb"))}</li>
        <li>{row("json", () => void take("json"))}</li>
      </ul>
      <p class={problem ? "problem" : "takeaway-said muted"} role="status">
        {problem ?? said ?? (busy && texts().takeaway.loading)}
      </p>
    </>
  );
}

interface RowProps {
  readonly way: Way;
  readonly busy: boolean;
  readonly act: () => void;
}

function Row({ way, busy, act }: RowProps) {
  const [name, about] = later().takeaway.ways[way];
  return (
    <button type="button" class="takeaway-way" aria-busy={busy} onClick={act}>
      <span class="takeaway-kind">{way.toUpperCase()}</span>
      <span>
        <strong>{name}</strong>
        <span class="muted">{about}</span>
      </span>
    </button>
  );
}

interface PapersProps {
  readonly chosen: Paper;
  readonly choose: (paper: Paper) => void;
}

function Papers({ chosen, choose }: PapersProps) {
  return (
    <fieldset class="takeaway-papers">
      <legend class="visually-hidden">{later().takeaway.paper}</legend>
      {papers.map((paper) => (
        <label key={paper.name}>
          <input type="radio" name="paper" checked={paper === chosen} onChange={() => choose(paper)} />
          {paper.name}
        </label>
      ))}
    </fieldset>
  );
}

const makers: Record<FileWay, (session: Session) => Promise<Blob>> = {
  png: async (session) => pngOf(drawingFile(drawn(session))),
  svg: async (session) => new Blob([drawingFile(drawn(session))], { type: "image/svg+xml" }),
  glb: async (session) => {
    const { plan, items, products } = drawn(session);
    const { roomFile } = await import("../view3d/three/openSpace");
    return roomFile(plan, items, products);
  },
  json: async (session) =>
    new Blob([roomData(await loadRoom(session.options), drawn(session).products)], { type: "application/json" }),
};

function drawn(session: Session): Drawn {
  const room = drawnNow(session);
  if (!room) throw new Error("The room or the catalogue is not there yet");
  return room;
}

/** The room as it is on the screen. */
function drawnNow(session: Session): Drawn | undefined {
  const { room, shown, title } = session.view.value;
  const products = session.catalogue.value?.bySku;
  if (!room || !products) return undefined;
  return { title, plan: room.plan, items: [...shown.values()], products, symbols: symbols(), date: new Date() };
}

/** The page's own furniture, which the build puts at its start. */
function symbols(): ReadonlyMap<string, string> {
  const all = document.querySelectorAll<SVGSymbolElement>("svg.sprite > symbol");
  return new Map([...all].map((symbol) => [symbol.id, symbol.outerHTML]));
}
