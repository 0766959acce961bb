import { Comments } from "../comments/Comments";
import { ShoppingButton } from "../shopping/ShoppingButton";
import { texts } from "../texts/texts";
import { Takeaway } from "../takeaway/Takeaway";
import { Invite } from "./Invite";
import { People } from "./People";
import { Shortcuts } from "./Shortcuts";
import { ThemeToggle } from "./ThemeToggle";
import { Title } from "./Title";
import { UndoRedo } from "./UndoRedo";

export function TopBar() {
  return (
    <header class="bar">
      <a class="wordmark" href="/" aria-label={texts().page.startPage}>
        <svg class="mark" aria-hidden="true">
          <use href="#homstyle-mark" />
        </svg>
        <span class="word">HÖMSTYLE</span>
        <span class="word word-rooms">Rooms</span>
      </a>
      <Title />
      <UndoRedo className="wide-only" />
      <div class="bar-end">
        <Comments />
        <People />
        <ShoppingButton />
        <Takeaway />
        <Invite />
        <ThemeToggle />
        <Shortcuts />
      </div>
    </header>
  );
}
