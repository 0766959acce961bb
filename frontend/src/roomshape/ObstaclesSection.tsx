/** Columns, radiators and built-in parts: added, and each with its fields. */
import type { Obstacle, Plan } from "../core/protocol";
import { BinIcon, PlusIcon } from "../panels/icons";
import { later, texts } from "../texts/texts";
import { changeObstacle, withObstacle } from "./edits";
import { AngleField, LengthField } from "./fields";
import { removePart } from "./keys";
import { edgesOf, grown, obstaclesOf, roomFor, within, withEdges } from "./obstacles";
import { limits } from "./rules";
import type { Shaper } from "./shaper";
import { obstacleName, obstacleSize } from "./words";

interface SectionProps {
  readonly plan: Plan;
  readonly shaper: Shaper;
  readonly disabled: boolean;
}

export function ObstaclesSection({ plan, shaper, disabled }: SectionProps) {
  const selected = shaper.selected.value;
  const obstacles = obstaclesOf(plan);
  return (
    <section class="shape-section" aria-labelledby="shape-obstacles">
      <h3 id="shape-obstacles">{later().room.obstacles}</h3>
      {obstacles.length === 0 && <p class="shape-hint">{later().room.noObstacles}</p>}
      <ul class="shape-list">
        {obstacles.map((obstacle, index) => {
          const chosen = selected?.kind === "obstacle" && selected.index === index;
          return (
            <li key={index} class={chosen ? "chosen" : undefined}>
              <button
                type="button"
                class="shape-name whole"
                aria-expanded={chosen}
                onClick={() => shaper.select(chosen ? undefined : { kind: "obstacle", index })}
              >
                {obstacleName(index, plan)}
                <span class="shape-place">{obstacleSize(obstacle)}</span>
              </button>
              {chosen && <ObstacleFields index={index} plan={plan} shaper={shaper} disabled={disabled} />}
            </li>
          );
        })}
      </ul>
      {!disabled && <Adding shaper={shaper} />}
    </section>
  );
}

function Adding({ shaper }: { readonly shaper: Shaper }) {
  const add = (kind: Obstacle["kind"]) => {
    const { value } = shaper.selected;
    const wall = value?.kind === "wall" ? value.index : undefined;
    if (!shaper.change((plan) => withObstacle(plan, kind, wall)) || !shaper.plan) return;
    shaper.select({ kind: "obstacle", index: obstaclesOf(shaper.plan).length - 1 });
  };
  return (
    <div class="shape-adds" role="group" aria-label={later().room.addObstacle}>
      {(Object.keys(texts().parts.obstacles) as Obstacle["kind"][]).map((kind) => (
        <button key={kind} type="button" class="button" onClick={() => add(kind)}>
          <PlusIcon />
          {texts().parts.obstacles[kind]}
        </button>
      ))}
    </div>
  );
}

interface FieldsProps extends SectionProps {
  readonly index: number;
}

function ObstacleFields({ index, plan, shaper, disabled }: FieldsProps) {
  const obstacle = obstaclesOf(plan)[index]!;
  const name = obstacleName(index, plan);
  const [edges, most] = [edgesOf(plan, obstacle), roomFor(plan, obstacle)];
  const change = (changed: (now: Obstacle, plan: Plan) => Partial<Obstacle>) =>
    shaper.set((before) => changeObstacle(before, index, changed(obstaclesOf(before)[index]!, before)));
  const common = (label: string) => ({ label, name: later().room.ofPart(label, name), disabled });
  return (
    <div class="opening-fields">
      <div class="length-grid">
        <LengthField {...common(later().room.fromWest)} value={edges.west} least={0} most={most.west} onChange={(west) => change((now, room) => withEdges(room, now, { west }))} />
        <LengthField {...common(later().room.fromNorth)} value={edges.north} least={0} most={most.north} onChange={(north) => change((now, room) => withEdges(room, now, { north }))} />
        <LengthField {...common(later().room.obstacleWidth)} value={obstacle.width} {...limits.obstacle} onChange={(width) => change((now) => grown(now, { width }))} />
        <LengthField {...common(later().room.obstacleDepth)} value={obstacle.depth} {...limits.obstacle} onChange={(depth) => change((now) => grown(now, { depth }))} />
        <LengthField {...common(later().room.obstacleHeight)} value={obstacle.height} {...limits.obstacle} onChange={(height) => change(() => ({ height }))} />
        <AngleField {...common(later().room.angle)} value={obstacle.rotation} onChange={(rotation) => change((now, room) => within(room, { ...now, rotation }, now))} />
      </div>
      <p class="shape-hint">{later().room.obstacleHint}</p>
      <button type="button" class="button danger" disabled={disabled} onClick={() => removePart(shaper, { kind: "obstacle", index })}>
        <BinIcon />
        {later().room.remove(name)}
      </button>
    </div>
  ); // prettier-ignore
}
