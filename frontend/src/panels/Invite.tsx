/** A link for somebody else: to furnish along, or only to look. */
import { useComputed, useSignal } from "@preact/signals";
import { mayChange } from "../plan/locks";
import { copyTitle, createCopy, createInvitation, type InvitedRole } from "./invitation";
import { texts } from "../texts/texts";
import { useWorkshop } from "./context";
import { CheckIcon, InviteIcon, LinkIcon } from "./icons";
import { Popover } from "./Popover";

type Progress = { readonly link?: string; readonly copied?: boolean; readonly problem?: string; readonly busy?: true };

export function Invite() {
  const { session } = useWorkshop();
  const role = useSignal<InvitedRole>("editor");
  const progress = useSignal<Progress>({});
  const hidden = useComputed(() => !mayChange(session.view.value)).value;
  if (hidden) return null;

  const choose = (chosen: InvitedRole) => {
    role.value = chosen;
    progress.value = {};
  };
  const copy = async () => {
    if (progress.value.busy) return;
    const asking: Progress = { busy: true };
    progress.value = asking;
    const made = await createInvitation(session.options, role.value);
    // Another choice was made meanwhile, and this would look like its link.
    if (progress.value !== asking) return;
    if ("problem" in made) progress.value = made;
    else progress.value = { link: made.link, copied: await copied(made.link) };
  };

  const duplicate = async () => {
    if (progress.value.busy) return;
    progress.value = { busy: true };
    const made = await createCopy(session.options, copyTitle(session.view.value.title));
    if ("problem" in made) progress.value = made;
    else location.assign(made.link);
  };

  const { link, problem, busy } = progress.value;
  const words = texts().people;
  return (
    <Popover
      id="invite"
      label={words.invite}
      className="button primary invite-button"
      button={
        <>
          <InviteIcon />
          <span class="wide-only">{words.invite}</span>
        </>
      }
    >
      <h2>{words.inviteTitle}</h2>
      <fieldset class="choices">
        <legend class="visually-hidden">{words.inviteRights}</legend>
        <Choice of="editor" chosen={role.value} choose={choose} title={words.mayEdit} text={words.mayEditText} />
        <Choice of="viewer" chosen={role.value} choose={choose} title={words.mayLook} text={words.mayLookText} />
      </fieldset>
      <button type="button" class="button primary wide" onClick={copy} aria-disabled={busy}>
        {progress.value.copied ? <CheckIcon /> : <LinkIcon />}
        {progress.value.copied ? words.linkCopied : words.copyLink}
      </button>
      <div role="status" class="invite-result">
        {link !== undefined && (
          <label class="field">
            {progress.value.copied ? words.sendLink : words.copyAndSend}
            <input class="input" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
          </label>
        )}
        {problem !== undefined && <p class="problem">{problem}</p>}
      </div>
      <div class="copy-room">
        <p class="muted">{words.anotherIdea}</p>
        <button type="button" class="button wide" onClick={duplicate} aria-disabled={busy}>
          {words.duplicate}
        </button>
      </div>
    </Popover>
  );
}

interface ChoiceProps {
  readonly of: InvitedRole;
  readonly chosen: InvitedRole;
  readonly choose: (role: InvitedRole) => void;
  readonly title: string;
  readonly text: string;
}

function Choice({ of, chosen, choose, title, text }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="radio" name="invited-role" value={of} checked={chosen === of} onChange={() => choose(of)} />
      <span>
        <strong>{title}</strong>
        <span class="muted">{text}</span>
      </span>
    </label>
  );
}

/** Browsers give the clipboard only to secure pages and fresh clicks; where not, the field below is for copying. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
