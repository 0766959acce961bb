/**
 * The live plan on its stage. One animation frame at a time brings drawing, marks and cursors to what is true just
 * then, and only while something moves; between frames nothing runs. Lives as long as the page.
 */
import { effect, signal, untracked, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Plan, Pose } from "../core/protocol";
import type { DesignerView } from "../core/designer";
import type { Cursor } from "../core/motion";
import { Dimensions } from "../measure/dimensions";
import { GroupMarks } from "../group/marks";
import { Guides } from "../measure/guides";
import { TapeMarks } from "../measure/tapeMarks";
import type { Session } from "../session";
import { CommentPins } from "../comments/pins";
import { shownLanguage } from "../language";
import { shownUnit } from "../unit";
import { Cursors } from "./cursors";
import { Drawing } from "./drawing";
import { element } from "./elements";
import { FitMarks } from "./fitMarks";
import { Glides } from "./glide";
import { Marks } from "./marks";
import { Measures } from "./measures";
import { frameOf } from "./picture";
import * as viewports from "./viewport";
import type { Point, Viewport } from "./viewport";

const TRAVEL_MS = 240;
/** How far from the stage's edges somebody who is followed stays, as a share of its shorter side. */
const FOLLOW_MARGIN = 0.25;
const EMPTY: Viewport = { left: 0, top: 0, scale: 0.1, width: 0, height: 0 };

export class Stage {
  readonly viewport: ReadonlySignal<Viewport>;
  readonly marks: Marks;
  readonly drawing: Drawing;

  readonly #viewport: Signal<Viewport> = signal(EMPTY);
  readonly #layer = element("div", "marks");
  readonly #measures: Measures;
  readonly #guides: Guides;
  readonly #dimensions: Dimensions;
  readonly #fitMarks: FitMarks;
  readonly #pins: CommentPins;
  readonly #groupMarks: GroupMarks;
  readonly #tape: TapeMarks;
  readonly #cursors: Cursors;
  readonly #glides = new Glides();
  readonly #poses = new Map<string, Pose>();
  readonly #calm = matchMedia("(prefers-reduced-motion: reduce)");
  #frame = 0;
  #fitted = true;
  #plan: Plan | undefined;
  #seen: DesignerView | undefined;
  #travel: { from: Viewport; to: Viewport; start: number } | undefined;

  constructor(
    readonly host: HTMLElement,
    readonly session: Session,
  ) {
    this.viewport = this.#viewport;
    this.drawing = new Drawing(host);
    this.drawing.svg.after(this.#layer);
    this.#guides = new Guides(this.#layer);
    this.#dimensions = new Dimensions(this.#layer, session);
    this.#fitMarks = new FitMarks(this.#layer);
    this.marks = new Marks(this.#layer);
    this.#groupMarks = new GroupMarks(this.#layer, this.marks.handle);
    this.#pins = new CommentPins(this.#layer, (item) => session.designer.select(item));
    this.#measures = new Measures(this.#layer);
    this.#tape = new TapeMarks(this.#layer);
    this.#cursors = new Cursors(this.#layer);
    new ResizeObserver(() => this.#resize()).observe(host);
    effect(() => void host.classList.toggle("taping", session.tape.on.value));
    effect(() => {
      const { checks, open, pointed } = session.fitting;
      void [
        session.view.value,
        session.catalogue.value,
        session.following.value,
        this.#viewport.value,
        checks.value,
        open.value,
        pointed.value,
      ];
      void [shownUnit.value, shownLanguage.value];
      void [session.guides.value, session.several.frame.value, session.several.turning.value];
      void [session.tape.points.value, session.tape.aim.value];
      untracked(() => this.#schedule());
    });
  }

  /** Shows the whole room. */
  fit(): void {
    if (!this.#plan) return;
    const { width, height } = this.#viewport.value;
    this.#travelTo(viewports.fit(frameOf(this.#plan), width, height));
    this.#fitted = true;
  }

  /** Zooms around the stage's middle, in one calm step. */
  zoom(factor: number): void {
    this.#fitted = false;
    this.#travelTo(viewports.zoomAtCentre(this.#travel?.to ?? this.#viewport.value, factor));
  }

  zoomAt(factor: number, at: Point): void {
    this.#show(viewports.zoomAt(this.#viewport.value, factor, at.x, at.y));
  }

  panBy(dx: number, dy: number): void {
    this.#show(viewports.panBy(this.#viewport.value, dx, dy));
  }

  /** Brings a piece that got the keyboard's focus into sight. */
  reveal(item: string): void {
    const pose = this.#poses.get(item);
    if (pose) this.revealPoint(pose);
  }

  /** The same for a point of the room. */
  revealPoint(point: Point): void {
    const { value } = this.#viewport;
    const revealed = viewports.reveal(value, point, 48);
    if (Math.abs(revealed.left - value.left) > 1 || Math.abs(revealed.top - value.top) > 1) {
      this.#fitted = false;
      this.#travelTo(revealed);
    }
  }

  /** Where a pointer is: pixels of the stage, and mm of the room. */
  pixels(event: { clientX: number; clientY: number }): Point {
    const { left, top } = this.host.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  inRoom(event: { clientX: number; clientY: number }): Point {
    const { x, y } = this.pixels(event);
    return viewports.toRoom(this.#viewport.value, x, y);
  }

  /** Keeps in sight what somebody else points at, for as long as they are here. */
  #follow(cursors: readonly Cursor[], viewport: Viewport): void {
    const { following } = this.session;
    if (following.value === undefined || this.#travel) return;
    const cursor = cursors.find(({ client }) => client === following.value);
    if (!cursor) return;
    const margin = Math.min(viewport.width, viewport.height) * FOLLOW_MARGIN;
    const seen = viewports.reveal(viewport, cursor, margin);
    if (
      Math.abs(seen.left - viewport.left) * viewport.scale < 1 &&
      Math.abs(seen.top - viewport.top) * viewport.scale < 1
    )
      return;
    this.#fitted = false;
    this.#travelTo(seen);
  }

  /** By one's own hand, which ends following somebody else's. */
  #show(viewport: Viewport): void {
    this.session.following.value = undefined;
    this.#fitted = false;
    this.#travel = undefined;
    this.#viewport.value = viewport;
  }

  #travelTo(to: Viewport): void {
    if (this.#calm.matches) this.#viewport.value = to;
    else this.#travel = { from: this.#viewport.value, to, start: performance.now() };
    this.#schedule();
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.host;
    if (width === 0 || height === 0) return;
    this.#travel = undefined;
    this.#viewport.value =
      this.#fitted && this.#plan
        ? viewports.fit(frameOf(this.#plan), width, height)
        : viewports.resized(this.#viewport.value, width, height);
  }

  #schedule(): void {
    this.#frame ||= requestAnimationFrame((now) => {
      this.#frame = 0;
      this.#draw(now);
    });
  }

  #draw(now: number): void {
    const view = this.session.view.value;
    const products = this.session.catalogue.value?.bySku;
    if (!view.room || !products) return;
    if (this.#plan !== view.room.plan && !(view.sketching && this.#plan)) this.#reshape(view.room.plan);
    this.#travelOn(now);
    const viewport = this.#viewport.value;
    if (viewport.width === 0) return;

    this.drawing.look(viewport);
    this.drawing.update(view, products);
    const motion = this.session.designer.motion(performance.now());
    this.#pose(view, motion.drags, now);
    const scene = { view, products, viewport, poses: this.#poses };
    this.marks.update(scene);
    this.#groupMarks.update(scene, this.session.several);
    this.#guides.update(this.session.guides.value, viewport);
    this.#fitMarks.update(scene, this.session.fitting);
    this.#pins.update(scene);
    this.#dimensions.update(scene, [...this.marks.boxes, ...this.#fitMarks.boxes]);
    this.#tape.update(this.session.tape, viewport);
    this.#measures.update(view.room.plan, viewport);
    this.#cursors.update(view, motion.cursors, viewport);
    this.#follow(motion.cursors, viewport);
    if (motion.moving || this.#glides.moving || this.#travel) this.#schedule();
  }

  #pose(view: DesignerView, drags: ReadonlyMap<string, Pose>, now: number): void {
    for (const [id, item] of view.shown) {
      const held = view.holds.has(id) || drags.has(id) || this.#calm.matches;
      const pose = this.#glides.pose(id, drags.get(id) ?? item, now, held);
      this.#poses.set(id, pose);
      this.drawing.pose(id, pose);
    }
    if (this.#seen === view) return;
    this.#seen = view;
    for (const id of [...this.#poses.keys()].filter((id) => !view.shown.has(id))) {
      this.#poses.delete(id);
      this.#glides.forget(id);
    }
  }

  /** While a hand is at a wall nothing else may move; the room comes into sight again when it is done. */
  #reshape(plan: Plan): void {
    const first = this.#plan === undefined;
    this.#plan = plan;
    if (first) this.#resize();
    else if (this.#fitted) this.fit();
  }

  #travelOn(now: number): void {
    if (!this.#travel) return;
    const { from, to, start } = this.#travel;
    const share = Math.min(1, Math.max(0, (now - start) / TRAVEL_MS));
    if (share === 1) this.#travel = undefined;
    this.#viewport.value = viewports.between(from, to, 1 - Math.pow(1 - share, 3));
  }
}
