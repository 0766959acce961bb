/**
 * The live room in 3D: the same view of the designer as the plan's stage draws, and like there one animation frame at a
 * time and only while something moves; between frames nothing runs. Everything is given back on `close`.
 */
import { effect, signal, untracked, type ReadonlySignal, type Signal } from "@preact/signals";
import { selectedOf } from "../../group/several";
import {
  DirectionalLight,
  HemisphereLight,
  NeutralToneMapping,
  PCFShadowMap,
  PerspectiveCamera,
  Plane,
  PointLight,
  Raycaster,
  Scene,
  Vector2,
  Vector3,
  WebGLRenderer,
  type Texture,
} from "three";
import type { DesignerView } from "../../core/designer";
import { bearing, boundsOf, points, type Point } from "../../core/geometry";
import type { Plan, Pose, Product } from "../../core/protocol";
import type { Ground } from "../../plan/gesture";
import { Glides } from "../../plan/glide";
import { lockState } from "../../plan/locks";
import type { Products } from "../../plan/picture";
import { shownLanguage } from "../../language";
import type { Session } from "../../session";
import { Haste } from "../haste";
import * as orbits from "../orbit";
import type { Orbit } from "../orbit";
import { piecesIn, shellOf } from "../scene";
import * as walks from "../walk";
import type { Walk } from "../walk";
import { Frames, type FrameKind } from "./frames";
import { Furniture } from "./furniture";
import { METRE } from "./geometry";
import { lookIn, type Look } from "./look";
import { Overlay } from "./overlay";
import { planks } from "./planks";
import { ShellMeshes } from "./shell";

const TRAVEL_MS = 280;
/** Finer pixels than these cost time and show nothing. */
const MOST_PIXELS = 2;
/** mm a second. */
const PACE = 1_700;
/** Degrees a second. */
const TURNING = 80;
const SHADOW_PIXELS = 1024;
/** The share of pixels along each side that motion has in haste, and how long it has rested when all are drawn. */
const COARSE = 0.5;
const REST_MS = 200;
/** Lamps that give light after dark; more would cost every pixel. */
const LAMPS = 3;
/** No floor is further away than this, mm. */
const HORIZON = 40_000;

type Eye = { readonly orbit: Orbit } | { readonly walk: Walk };

/** What keys and buttons do to somebody who walks: shares of full pace, ahead, to the right, and turning right. */
export interface Stride {
  readonly ahead: number;
  readonly right: number;
  readonly turn: number;
}

export const STANDING: Stride = { ahead: 0, right: 0, turn: 0 };

export class Space {
  readonly walking: ReadonlySignal<boolean>;
  readonly canvas: HTMLCanvasElement;

  readonly #walking: Signal<boolean> = signal(false);
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(orbits.FIELD, 1, 0.05, 150);
  readonly #sun = new DirectionalLight();
  readonly #air = new HemisphereLight();
  readonly #lamps = Array.from({ length: LAMPS }, () => new PointLight("#ffe0b5", 0, 6, 1.2));
  readonly #furniture = new Furniture();
  readonly #overlay: Overlay;
  readonly #planks: Texture = planks();
  readonly #glides = new Glides();
  readonly #poses = new Map<string, Pose>();
  readonly #ray = new Raycaster();
  readonly #calm = matchMedia("(prefers-reduced-motion: reduce)");
  readonly #ending = new AbortController();
  #frames: Frames | undefined;
  #shell: ShellMeshes | undefined;
  #look: Look | undefined;
  #plan: Plan | undefined;
  /** The plan for which the eye was last put in its place. */
  #seenFor: Plan | undefined;
  #seen: readonly unknown[] = [];
  #eye: Eye | undefined;
  #travel: { readonly from: Eye; readonly to: Eye; readonly start: number } | undefined;
  #stride = STANDING;
  #stridden = 0;
  readonly #haste = new Haste();
  #refining: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  /** In pixels, kept: to ask the host between two writes makes the browser lay out the page there and then. */
  #size = { width: 0, height: 0 };
  /** Whether the room fills the picture, and is to do so whatever the picture's size. */
  #whole = true;
  /** While a piece gets the focus from a hand that touches it: nothing may move under that. */
  #touched = false;

  /** Throws where there is no WebGL. */
  constructor(
    readonly host: HTMLElement,
    readonly session: Session,
  ) {
    this.walking = this.#walking;
    this.#renderer = new WebGLRenderer({ antialias: true, powerPreference: "high-performance" });
    this.#renderer.toneMapping = NeutralToneMapping;
    this.#renderer.shadowMap.enabled = true;
    this.#renderer.shadowMap.type = PCFShadowMap;
    this.#renderer.shadowMap.autoUpdate = false;
    this.canvas = this.#renderer.domElement;
    this.canvas.setAttribute("aria-hidden", "true");
    host.prepend(this.canvas);
    this.#overlay = new Overlay(host, (item) => this.#focused(item));
    this.#scene.add(this.#sun, this.#sun.target, this.#air, this.#furniture.group);
    this.#listen();
    this.#resize();
  }

  /** Shows the whole room from outside. */
  fit(): void {
    const whole = this.#plan && orbits.around(this.#plan, this.#camera.aspect);
    if (whole) this.#travelTo({ orbit: whole });
    this.#whole = true;
  }

  /** To eye height and back outside. */
  toggleWalk(): void {
    if (!this.#plan) return;
    if (this.#walking.value) return this.fit();
    this.#travelTo({ walk: walks.entering(this.#plan) });
  }

  /** Nearer by a factor; who walks goes ahead instead. */
  zoom(factor: number, calmly = true): void {
    const eye = this.#travel?.to ?? this.#eye;
    if (!eye || !this.#plan) return;
    const to = "orbit" in eye ? { orbit: orbits.nearer(eye.orbit, factor) } : { walk: walks.stepped(eye.walk, Math.log(factor) * 1_500, 0, this.#plan) }; // prettier-ignore
    if (calmly) this.#travelTo(to);
    else this.#see(to);
  }

  /** Turns the look, in degrees: around the room, or around oneself. */
  turn(right: number, up: number, calmly = false): void {
    const eye = this.#travel?.to ?? this.#eye;
    if (!eye) return;
    const to =
      "orbit" in eye ? { orbit: orbits.turnedBy(eye.orbit, right, up) } : { walk: walks.looked(eye.walk, right, up) };
    if (calmly) this.#travelTo(to);
    else this.#see(to);
  }

  /** Moves what is in the middle of the picture, by pixels. */
  pan(dx: number, dy: number): void {
    const eye = this.#eye;
    if (!eye || !this.#plan) return;
    if ("walk" in eye) return this.#see({ walk: walks.stepped(eye.walk, dy * 8, -dx * 8, this.#plan) });
    const scale = 1 / this.#scaleAt(eye.orbit.distance);
    const steep = Math.max(0.3, Math.sin((eye.orbit.elevation * Math.PI) / 180));
    this.#see({ orbit: orbits.shifted(eye.orbit, -dx * scale, (dy * scale) / steep, this.#plan) });
  }

  /** Somebody who walks takes a step, or stays on the move until told to stand. */
  step(ahead: number, turn: number): void {
    const eye = this.#travel?.to ?? this.#eye;
    if (!eye || !("walk" in eye) || !this.#plan) return;
    this.#travelTo({ walk: walks.looked(walks.stepped(eye.walk, ahead, 0, this.#plan), turn, 0) });
  }

  stride(stride: Stride): void {
    if (stride !== STANDING && this.#stride === STANDING) this.#stridden = performance.now();
    this.#stride = stride;
    this.#schedule();
  }

  /** Brings a piece that got the keyboard's focus into sight. */
  reveal(item: string): void {
    const [eye, pose] = [this.#travel?.to ?? this.#eye, this.#poses.get(item)];
    if (!eye || !pose || this.#isInSight(item)) return;
    if ("orbit" in eye) this.#travelTo({ orbit: { ...eye.orbit, x: pose.x, y: pose.y } });
    else this.#travelTo({ walk: { ...eye.walk, heading: bearing(eye.walk, pose) } });
  }

  /** The piece under a pointer, and how high above the floor it is touched. */
  pick(event: { clientX: number; clientY: number }): { readonly item: string; readonly height: number } | undefined {
    this.#aim(event);
    const [hit] = this.#ray.intersectObject(this.#furniture.group, true);
    const item = hit && this.#furniture.itemOf(hit.object);
    return hit && item !== undefined ? { item, height: hit.point.y * METRE } : undefined;
  }

  /** The floor, or a level above it, as hands reach it: a piece stays under the finger that touches it there. */
  groundAt(height: number): Ground {
    return {
      session: this.session,
      inRoom: (event) => this.#pointAt(event, height),
      viewport: { value: { scale: this.#scaleAt((this.#camera.position.length() || 1) * METRE) } },
    };
  }

  /** Shows where a product would stand that is about to be placed. */
  preview(ghost: { readonly product: Product; readonly pose: Pose } | undefined): void {
    if (this.#furniture.preview(ghost)) this.#schedule();
  }

  /** A piece was touched: the keyboard goes on from it. */
  focus(item: string): void {
    this.#touched = true;
    this.#overlay.focus(item);
    this.#touched = false;
  }

  /** The room as a GLB file. */
  async file(): Promise<Blob> {
    const { glbOf } = await import("./export");
    const products = this.session.catalogue.value?.bySku;
    const { shown } = this.session.view.value;
    const nameOf = (item: string) => products?.get(shown.get(item)?.sku ?? "")?.name ?? item;
    return glbOf(this.#shell ? [this.#shell.group, this.#furniture.group] : [], nameOf);
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#refining);
    this.#ending.abort();
    this.#frames?.dispose();
    this.#shell?.dispose();
    this.#furniture.dispose();
    this.#planks.dispose();
    this.#sun.dispose();
    this.#renderer.dispose();
    this.#renderer.forceContextLoss();
    this.host.replaceChildren();
  }

  #focused(item: string): void {
    this.session.designer.select(item);
    if (!this.#touched) this.reveal(item);
  }

  #listen(): void {
    const { signal } = this.#ending;
    const anew = () => this.#lookAnew();
    const resizes = new ResizeObserver(() => this.#resize());
    resizes.observe(this.host);
    const themes = new MutationObserver(anew);
    themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", anew, { signal });
    this.host.addEventListener("focusin", () => this.#schedule(), { signal });
    this.host.addEventListener("focusout", () => this.#schedule(), { signal });
    this.canvas.addEventListener("webglcontextrestored", () => this.#schedule(), { signal });
    const stop = effect(() => {
      void [this.session.view.value, this.session.catalogue.value, shownLanguage.value];
      untracked(() => this.#schedule());
    });
    signal.addEventListener("abort", () => {
      resizes.disconnect();
      themes.disconnect();
      stop();
    });
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.host;
    this.#size = { width, height };
    if (width === 0 || height === 0) return;
    this.#camera.aspect = width / height;
    this.#renderer.setSize(width, height);
    if (this.#whole && this.#plan && !this.#walking.value)
      this.#eye = { orbit: orbits.around(this.#plan, width / height) };
    this.#schedule();
  }

  #lookAnew(): void {
    this.#look = undefined;
    this.#schedule();
  }

  #see(eye: Eye): void {
    this.#travel = undefined;
    this.#eye = eye;
    this.#whole = false;
    this.#walking.value = "walk" in eye;
    this.#schedule();
  }

  #travelTo(to: Eye): void {
    const from = this.#eye;
    if (!from || this.#calm.matches || "walk" in from !== "walk" in to) return this.#see(to);
    this.#travel = { from, to, start: performance.now() };
    this.#whole = false;
    this.#schedule();
  }

  #schedule(refined = false): void {
    if (this.#ending.signal.aborted || this.#frame) return;
    const asked = performance.now();
    this.#frame = requestAnimationFrame((now) => {
      this.#frame = 0;
      this.#haste.waited(performance.now() - asked);
      this.#draw(now, refined);
    });
  }

  #draw(now: number, refined: boolean): void {
    const view = this.session.view.value;
    const products = this.session.catalogue.value?.bySku;
    if (!view.room || !products || this.#size.width === 0) return;
    this.#build(view.room.plan);
    this.#keepInSight(view.room.plan, view.sketching);
    this.#furnish(view, products);
    const motion = this.session.designer.motion(performance.now());
    this.#pose(view, motion.drags, now);
    this.#frames!.update(this.#framed(view));
    const fading = this.#lookFrom(now);
    this.#light();
    this.#sharpen(refined);
    this.#renderer.render(this.#scene, this.#camera);
    this.#overlay.update({
      view,
      products,
      cursors: motion.cursors,
      project: (x, y, height) => this.#project(x, y, height),
      at: (item, share) => this.#pointOf(item, share),
    });
    if (motion.moving || this.#glides.moving || this.#travel || fading || this.#stride !== STANDING) this.#schedule();
  }

  /** In haste with fewer pixels; then once more with all of them, as soon as nothing has moved for a moment. */
  #sharpen(refined: boolean): void {
    clearTimeout(this.#refining);
    const coarse = this.#haste.on && !refined;
    const wanted = Math.min(devicePixelRatio, MOST_PIXELS) * (coarse ? COARSE : 1);
    if (this.#renderer.getPixelRatio() !== wanted) this.#renderer.setPixelRatio(wanted);
    if (coarse) this.#refining = setTimeout(() => this.#schedule(true), REST_MS);
  }

  /** The shell, when the plan or the theme is another one. */
  #build(plan: Plan): void {
    if (this.#plan === plan && this.#look) return;
    if (!this.#look) {
      this.#look = lookIn(this.host);
      this.#frames?.dispose();
      this.#frames = new Frames(this.#furniture, this.#look);
      this.#scene.background = this.#look.sky;
      // Lights that shine on nothing would still cost every pixel.
      if (this.#look.dark) this.#scene.add(...this.#lamps);
      else this.#scene.remove(...this.#lamps);
    }
    this.#plan = plan;
    this.#shell?.dispose();
    this.#shell = new ShellMeshes(shellOf(plan), this.#look, this.#planks);
    this.#scene.add(this.#shell.group);
    this.#furniture.changed = true;
  }

  /**
   * After a change of walls: who walks stays between them, and who sees the whole room goes on seeing it, once no hand
   * is at a wall any more. Who has turned it to look at something goes on looking at that.
   */
  #keepInSight(plan: Plan, sketching: boolean): void {
    if (this.#seenFor === plan) return;
    const eye = this.#eye;
    const walking = eye && "walk" in eye;
    if (!walking && eye && sketching) return;
    this.#seenFor = plan;
    if (!walking && eye && !this.#whole) return;
    this.#travel = undefined;
    this.#eye = walking
      ? { walk: walks.keptInside(eye.walk, plan) }
      : { orbit: orbits.around(plan, this.#camera.aspect) };
  }

  #furnish(view: DesignerView, products: Products): void {
    const seen = [view.shown, products];
    if (seen.every((part, index) => part === this.#seen[index])) return;
    this.#seen = seen;
    this.#furniture.update(piecesIn(view.shown.values(), products));
    for (const id of [...this.#poses.keys()].filter((id) => !view.shown.has(id))) {
      this.#poses.delete(id);
      this.#glides.forget(id);
    }
  }

  #pose(view: DesignerView, drags: ReadonlyMap<string, Pose>, now: number): void {
    for (const [id, item] of view.shown) {
      const held = view.holds.has(id) || drags.has(id) || this.#calm.matches;
      const pose = this.#glides.pose(id, drags.get(id) ?? item, now, held);
      this.#poses.set(id, pose);
      this.#furniture.pose(id, pose);
    }
  }

  #framed(view: DesignerView): ReadonlyMap<string, FrameKind> {
    const frames = new Map<string, FrameKind>();
    for (const item of selectedOf(view)) frames.set(item, "selected");
    const focused = this.#overlay.keyboardFocus;
    if (focused !== undefined) frames.set(focused, "focused");
    for (const item of new Set([...(view.room?.locks.keys() ?? []), ...view.holds.keys()])) {
      const state = lockState(view, item);
      if (state !== "none") frames.set(item, state);
    }
    return frames;
  }

  /** Puts the camera where it is to be. Answers whether walls are still fading. */
  #lookFrom(now: number): boolean {
    this.#travelOn(now);
    this.#walkOn();
    const eye = this.#eye!;
    const { from, to } = "orbit" in eye ? orbits.viewOf(eye.orbit) : walks.viewFrom(eye.walk);
    this.#camera.fov = "orbit" in eye ? orbits.FIELD : walks.WALK_FIELD;
    this.#camera.position.set(from.x / METRE, from.height / METRE, from.y / METRE);
    this.#camera.lookAt(to.x / METRE, to.height / METRE, to.y / METRE);
    this.#camera.updateProjectionMatrix();
    this.#camera.updateMatrixWorld();
    return this.#shell!.seenFrom(this.#camera.position, now, this.#calm.matches || "walk" in eye);
  }

  #travelOn(now: number): void {
    if (!this.#travel) return;
    const { from, to, start } = this.#travel;
    const share = Math.min(1, Math.max(0, (now - start) / TRAVEL_MS));
    const eased = 1 - Math.pow(1 - share, 3);
    if (share === 1) this.#travel = undefined;
    if ("orbit" in from && "orbit" in to) this.#eye = { orbit: orbits.between(from.orbit, to.orbit, eased) };
    else if ("walk" in from && "walk" in to) this.#eye = { walk: walks.between(from.walk, to.walk, eased) };
  }

  #walkOn(): void {
    const eye = this.#eye;
    if (this.#stride === STANDING || !eye || !("walk" in eye) || !this.#plan) return;
    const now = performance.now();
    const seconds = Math.min(0.1, (now - this.#stridden) / 1000);
    this.#stridden = now;
    const { ahead, right, turn } = this.#stride;
    const walked = walks.stepped(eye.walk, ahead * PACE * seconds, right * PACE * seconds, this.#plan);
    this.#eye = { walk: walks.looked(walked, turn * TURNING * seconds, 0) };
  }

  /** Shadows are drawn anew only when something stands elsewhere. */
  #light(): void {
    if (!this.#furniture.changed) return;
    this.#furniture.changed = false;
    this.#renderer.shadowMap.needsUpdate = true;
    const bounds = boundsOf(points(this.#plan!.outline));
    const [x, z] = [(bounds.left + bounds.width / 2) / METRE, (bounds.top + bounds.height / 2) / METRE];
    const reach = Math.hypot(bounds.width, bounds.height) / 2 / METRE;
    shine(this.#sun, this.#air, this.#look!, new Vector3(x, 0, z), reach);
    const glowing = this.#look!.dark ? this.#furniture.lamps(LAMPS) : [];
    for (const [index, lamp] of this.#lamps.entries()) {
      lamp.intensity = glowing[index] ? 2.2 : 0;
      if (glowing[index]) lamp.position.copy(glowing[index]);
    }
  }

  #aim({ clientX, clientY }: { clientX: number; clientY: number }): void {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    const at = new Vector2(((clientX - left) / width) * 2 - 1, 1 - ((clientY - top) / height) * 2);
    this.#ray.setFromCamera(at, this.#camera);
  }

  /** Where a pointer meets a level above the floor; beyond the horizon, far away in its direction. */
  #pointAt(event: { clientX: number; clientY: number }, height: number): Point {
    this.#aim(event);
    const { origin, direction } = this.#ray.ray;
    const met = this.#ray.ray.intersectPlane(new Plane(new Vector3(0, 1, 0), -height / METRE), new Vector3());
    const far = Math.hypot(direction.x, direction.z) || 1;
    const reach = met ? Math.hypot(met.x - origin.x, met.z - origin.z) * METRE : Infinity;
    const distance = Math.min(reach, HORIZON);
    return {
      x: origin.x * METRE + (direction.x / far) * distance,
      y: origin.z * METRE + (direction.z / far) * distance,
    };
  }

  /** Pixels per mm at a distance from the camera. */
  #scaleAt(distance: number): number {
    return this.#size.height / 2 / Math.tan((this.#camera.fov * Math.PI) / 360) / distance;
  }

  #project(x: number, y: number, height: number): { x: number; y: number } | undefined {
    const at = new Vector3(x / METRE, height / METRE, y / METRE).project(this.#camera);
    if (at.z > 1) return undefined;
    return { x: ((at.x + 1) / 2) * this.#size.width, y: ((1 - at.y) / 2) * this.#size.height };
  }

  #isInSight(item: string): boolean {
    const at = this.#pointOf(item, 0.5);
    const seen = at && this.#project(...at);
    const { width, height } = this.#size;
    return seen !== undefined && seen.x > 0 && seen.x < width && seen.y > 0 && seen.y < height;
  }

  /** On the upright middle line of a piece, at a share of its height. */
  #pointOf(item: string, share: number): readonly [number, number, number] | undefined {
    const pose = this.#poses.get(item);
    const piece = this.#furniture.get(item)?.piece;
    return pose && piece && [pose.x, pose.y, piece.lift + piece.shape.height * share];
  }
}

function shine(sun: DirectionalLight, air: HemisphereLight, look: Look, middle: Vector3, reach: number): void {
  sun.color.set(look.dark ? "#ffe7c8" : "#fff8ee");
  sun.intensity = look.dark ? 0.55 : 1.35;
  air.color.set(look.dark ? "#cdd3de" : "#ffffff");
  air.groundColor.set(look.dark ? "#8a7c6d" : "#eadfd0");
  air.intensity = look.dark ? 1.7 : 2.35;
  sun.position.copy(middle).add(new Vector3(-0.42, 1, 0.3).multiplyScalar(reach * 2 + 3));
  sun.target.position.copy(middle);
  sun.castShadow = true;
  sun.shadow.mapSize.set(SHADOW_PIXELS, SHADOW_PIXELS);
  sun.shadow.radius = 3;
  sun.shadow.intensity = 0.55;
  sun.shadow.bias = -0.0004;
  sun.shadow.normalBias = 0.02;
  Object.assign(sun.shadow.camera, {
    left: -reach,
    right: reach,
    top: reach,
    bottom: -reach,
    near: 0.5,
    far: reach * 5 + 8,
  });
  sun.shadow.camera.updateProjectionMatrix();
}

/** Whether this browser can show 3D at all. */
export function hasWebGl(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}
