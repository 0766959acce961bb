/** Who is here, oneself first; the panel behind the avatars also asks for one's own name. */
import { useComputed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { LONGEST_NAME } from "../core/plainText";
import { PLAN, type Client } from "../core/protocol";
import { nameOf } from "../person";
import { inkOn } from "../plan/elements";
import { texts } from "../texts/texts";
import { useWorkshop } from "./context";
import { initials } from "./initials";
import { LanguageChoice } from "./LanguageChoice";
import { Popover } from "./Popover";

const MOST_AVATARS = 4;

export function People() {
  const { session } = useWorkshop();
  const clients = useComputed(() => session.view.value.room?.clients).value;
  const you = useComputed(() => session.view.value.you?.client).value;
  const people = [...(clients?.values() ?? [])].sort((one, other) => rank(one, you) - rank(other, you));
  const more = people.length - MOST_AVATARS;
  const words = texts().people;
  return (
    <Popover
      id="people"
      label={words.count(people.length)}
      className="people"
      button={<Avatars people={people} more={more} />}
    >
      <NameField />
      <ul class="people-list">
        {people.map((person) => (
          <li key={person.client}>
            <Avatar person={person} />
            <span class="person-name">
              {person.name}
              {person.client === you && <span class="muted"> {words.you}</span>}
              <Holding client={person.client} />
            </span>
            {person.client === you ? (
              <span class="muted">{words.roles[person.role]}</span>
            ) : (
              <FollowButton person={person} />
            )}
          </li>
        ))}
      </ul>
      <LanguageChoice />
    </Popover>
  );
}

function FollowButton({ person }: { readonly person: Client }) {
  const { following } = useWorkshop().session;
  const followed = following.value === person.client;
  const words = texts().people;
  return (
    <button
      type="button"
      class="button small-text"
      aria-pressed={followed}
      aria-label={words.followPerson(person.name)}
      onClick={() => (following.value = followed ? undefined : person.client)}
    >
      {followed ? words.following : words.follow}
    </button>
  );
}

/** What somebody has in their hands. */
function Holding({ client }: { readonly client: string }) {
  const { session } = useWorkshop();
  // As text, so that whoever only moves a piece leaves the line as it is.
  const text = useComputed(() => {
    const { room, shown } = session.view.value;
    const names = [...(room?.locks.values() ?? [])]
      .filter(({ by }) => by === client)
      .map(({ item }) => {
        if (item === PLAN) return texts().people.theRoom;
        const sku = shown.get(item)?.sku ?? "";
        return session.catalogue.value?.bySku.get(sku)?.name ?? sku;
      });
    return names.length === 0 ? undefined : texts().people.holding(names);
  }).value;
  return text === undefined ? null : <span class="holding">{text}</span>;
}

/** While one follows somebody: whom, and the way out. */
export function FollowingChip() {
  const { session } = useWorkshop();
  const { following, view } = session;
  const person = following.value === undefined ? undefined : view.value.room?.clients.get(following.value);
  useEffect(() => {
    if (following.value !== undefined && view.value.room && !person) following.value = undefined;
  }, [person]);
  if (!person) return null;
  return (
    <p class="hint floating following" role="status" style={{ borderColor: person.color }}>
      {texts().people.followingPerson(person.name)}
      <button type="button" class="button" onClick={() => (following.value = undefined)}>
        {texts().people.stop}
      </button>
    </p>
  );
}

/** Oneself first; sorting keeps the order of the others. */
const rank = (person: Client, you: string | undefined) => (person.client === you ? 0 : 1);

function Avatars({ people, more }: { readonly people: readonly Client[]; readonly more: number }) {
  return (
    <>
      {people.slice(0, MOST_AVATARS).map((person) => (
        <Avatar key={person.client} person={person} />
      ))}
      {more > 0 && <span class="avatar more">+{more}</span>}
    </>
  );
}

function Avatar({ person }: { readonly person: Client }) {
  return (
    <span
      class="avatar"
      title={person.name}
      data-client={person.client}
      style={{ backgroundColor: person.color, color: inkOn(person.color) }}
    >
      {initials(person.name)}
    </span>
  );
}

function NameField() {
  const { session } = useWorkshop();
  const save = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    session.changeName(nameOf(String(new FormData(event.currentTarget).get("name"))));
  };
  return (
    <form class="name-form" onSubmit={save}>
      <label class="field">
        {texts().people.nameQuestion}
        <span class="field-row">
          <input
            class="input"
            name="name"
            defaultValue={session.name.value}
            maxLength={LONGEST_NAME}
            autocomplete="nickname"
          />
          <button type="submit" class="button">
            {texts().people.save}
          </button>
        </span>
      </label>
    </form>
  );
}
