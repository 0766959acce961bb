/** Remarks on pieces and on the room, which stay until somebody resolves them. Pressing one shows its piece. */
import { useComputed, useSignal } from "@preact/signals";
import { plainText } from "../core/plainText";
import { PLAN, type Comment } from "../core/protocol";
import { inkOn } from "../plan/elements";
import { mayChange } from "../plan/locks";
import { useWorkshop } from "../panels/context";
import { CheckIcon, CommentIcon } from "../panels/icons";
import { initials } from "../panels/initials";
import { Popover } from "../panels/Popover";
import { texts } from "../texts/texts";
import { COMMENTS, MOST_CHARACTERS, when } from "./words";

export function Comments() {
  const { session } = useWorkshop();
  const comments = useComputed(() => session.view.value.room?.comments).value;
  const may = useComputed(() => mayChange(session.view.value)).value;
  const open = [...(comments?.values() ?? [])];
  return (
    <Popover
      id={COMMENTS}
      label={texts().comments.count(open.length)}
      className="button plain square comments-button"
      button={
        <>
          <CommentIcon />
          {open.length > 0 && <span class="badge">{open.length}</span>}
        </>
      }
    >
      <h2>{texts().comments.title}</h2>
      {open.length === 0 ? (
        <p class="muted">{texts().comments.none}</p>
      ) : (
        <ul class="comments">
          {open.map((comment) => (
            <Remark key={comment.comment} comment={comment} may={may} />
          ))}
        </ul>
      )}
      {may && <NewComment />}
    </Popover>
  );
}

function Remark({ comment, may }: { readonly comment: Comment; readonly may: boolean }) {
  const { session, stage } = useWorkshop();
  const { name, color, at, text, item } = comment;
  const show = () => {
    if (item === PLAN || !session.view.value.shown.has(item)) return;
    session.designer.select(item);
    stage.reveal(item);
  };
  return (
    <li class="comment">
      <span class="avatar small" style={{ backgroundColor: color, color: inkOn(color) }} aria-hidden="true">
        {initials(name)}
      </span>
      <button type="button" class="comment-body" onClick={show}>
        <span class="comment-head">
          <strong>{name}</strong> <time dateTime={new Date(at).toISOString()}>{when(at, Date.now())}</time>
        </span>
        <span class="comment-about">{useNameOf(() => item)}</span>
        <span class="comment-text">{text}</span>
      </button>
      {may && (
        <button
          type="button"
          class="button plain square small"
          aria-label={texts().comments.resolveOf(name, text)}
          title={texts().comments.resolve}
          onClick={() => void session.designer.resolve(comment.comment)}
        >
          <CheckIcon />
        </button>
      )}
    </li>
  );
}

function NewComment() {
  const { session } = useWorkshop();
  const text = useSignal("");
  const about = useComputed(() => session.view.value.selection).value;
  const piece = useNameOf(() => session.view.value.selection ?? PLAN);
  const sending = useSignal(false);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const [typed, remark] = [text.value, plainText(text.value, MOST_CHARACTERS)];
    if (remark === "" || sending.value) return;
    sending.value = true;
    const stored = await session.designer.comment(about ?? PLAN, remark);
    sending.value = false;
    // What was typed meanwhile is the next remark.
    if (stored && text.value === typed) text.value = "";
  };
  return (
    <form class="comment-form" onSubmit={(event) => void save(event)}>
      <label class="field">
        {about === undefined ? texts().comments.onRoom : texts().comments.onPiece(piece)}
        <span class="field-row">
          <input
            class="input"
            value={text.value}
            maxLength={MOST_CHARACTERS}
            autocomplete="off"
            autofocus
            onInput={(event) => (text.value = event.currentTarget.value)}
          />
          <button type="submit" class="button" aria-disabled={sending.value}>
            {texts().comments.send}
          </button>
        </span>
      </label>
    </form>
  );
}

/** As text, so that a piece that only moves leaves what is said about it as it is. */
function useNameOf(about: () => string): string {
  const { session } = useWorkshop();
  return useComputed(() => {
    const item = about();
    if (item === PLAN) return texts().comments.aboutRoom;
    const sku = session.view.value.shown.get(item)?.sku;
    return sku === undefined ? texts().comments.removedPiece : (session.catalogue.value?.bySku.get(sku)?.name ?? sku);
  }).value;
}
