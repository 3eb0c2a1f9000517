import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Citation } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised, suggest } from '../core/language';
import { Live } from '../core/live';
import { tab } from '../core/memory';
import { forgetVisitor, openSession, type Session } from '../core/session';
import { theme } from '../core/theme';
import { Conversation } from './conversation';
import type { TurnView } from './thread';
import './jw-composer';
import './jw-notice';
import './jw-source';
import './jw-turn';

/** Where this script came from is where the service is. */
const HOME = new URL(import.meta.url).origin;

/**
 * Ask a question, read the cited answer, follow the ticket when a person takes over.
 *
 * @element jw-chat
 * @attr site - key of the site this widget stands on; visitors get a session of that site
 * @attr api - address of the service, when it is not where this script came from
 * @attr lang - language to start with (`zh`, `en`); a reader's own choice outranks it
 * @prop conversation - id of a thread to show, null for a new one; when left alone the one this tab had last
 * @fires jw-conversation - `{id}` once a thread exists, so that a page can keep its address
 * @csspart thread - the scrolling list of questions and answers
 * @cssprop --jw-height - height of the widget, `min(44rem, 85dvh)` unless given
 * @cssprop --jw-accent, --jw-surface, --jw-text, ... - see `core/theme.ts`
 */
export class JwChat extends LitElement {
  static override properties = {
    site: { type: String },
    api: { type: String },
    conversation: { attribute: false },
    failure: { state: true },
    cited: { state: true },
    draft: { state: true },
  };

  declare site: string;
  declare api: string;
  declare conversation: string | null | undefined;
  declare private failure: Failure | null;
  declare private cited: Citation | null;
  declare private draft: string;

  private readonly say = new Localised(this);
  private thread: Conversation | null = null;
  private live: Live | null = null;
  private opening: Promise<void> | null = null;

  static override styles = [
    theme,
    css`
      :host {
        height: var(--jw-height, min(44rem, 85dvh));
      }
      section {
        display: grid;
        grid-template-rows: minmax(0, 1fr) auto;
        height: 100%;
        background: var(--_ground);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        overflow: hidden;
      }
      .thread {
        overflow-y: auto;
        overscroll-behavior: contain;
        padding: 1rem 0.75rem;
        align-content: start;
        gap: 1.25rem;
      }
      .welcome {
        color: var(--_muted);
      }
    `,
  ];

  constructor() {
    super();
    this.site = '';
    this.api = HOME;
    this.conversation = undefined;
    this.failure = null;
    this.cited = null;
    this.draft = '';
  }

  /** Asks as if it had been typed. */
  async ask(question: string): Promise<void> {
    await this.ready();
    if (this.thread === null || this.thread.busy) {
      this.draft = question;
      return;
    }
    const asked = this.thread.ask(question);
    this.draft = '';
    await asked;
    await this.renewAfter(question);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    suggest(this.getAttribute('lang'));
    void this.ready();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.live?.close();
    this.live = null;
    this.opening = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const other = this.conversation !== undefined && this.conversation !== this.thread?.id;
    if (changed.has('conversation') && this.thread !== null && other) {
      this.opening = null;
      void this.ready();
    }
  }

  private ready(): Promise<void> {
    this.opening ??= this.open();
    return this.opening;
  }

  private async open(): Promise<void> {
    this.failure = null;
    try {
      const session = await openSession(this.api, this.site);
      const id = this.conversation === undefined ? tab.read(this.key(session)) : this.conversation;
      const thread = new Conversation(session, () => this.onThreadChange(), id);
      this.thread = thread;
      this.live ??= this.listen(session);
      this.draft = tab.read(`${this.key(session)} draft`) ?? '';
      await this.resume(thread);
    } catch (thrown) {
      this.failure = asFailure(thrown);
      this.opening = null;
    }
    this.requestUpdate();
  }

  private listen(session: Session): Live {
    const live = new Live(session);
    live.follow((event) => void this.thread?.hear(event));
    return live;
  }

  private async resume(thread: Conversation): Promise<void> {
    try {
      await thread.resume();
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.status !== 404) throw failure;
      // Somebody else's or forgotten: start anew.
      thread.id = null;
      tab.forget(this.key(thread.session));
    }
  }

  /** A visitor whose token has expired is let in again, and the question is put to a new thread. */
  private async renewAfter(question: string): Promise<void> {
    const last = this.thread?.views.at(-1);
    if (last?.failure?.status !== 401 || this.thread?.session.account !== null) return;
    forgetVisitor(this.api, this.site);
    tab.forget(this.key(this.thread.session));
    this.conversation = undefined;
    this.live?.close();
    this.live = null;
    this.opening = null;
    await this.ready();
    await this.thread?.ask(question);
  }

  private key(session: Session): string {
    return `jw-thread ${this.api} ${this.site} ${session.owner}`;
  }

  private onThreadChange(): void {
    this.requestUpdate();
    const thread = this.thread;
    if (thread?.id == null || thread.id === this.conversation) return;
    this.conversation = thread.id;
    tab.write(this.key(thread.session), thread.id);
    this.dispatchEvent(new CustomEvent('jw-conversation', { detail: { id: thread.id }, bubbles: true, composed: true }));
  }

  protected override render(): TemplateResult {
    const { words, tag } = this.say;
    const views = this.thread?.views ?? [];
    return html`
      <section aria-label=${words.chat.label} lang=${tag}>
        <div class="thread stack" part="thread" tabindex="0" role="group" aria-label=${words.chat.label}>
          <p class="welcome">${words.chat.welcome}</p>
          ${this.failure === null
            ? nothing
            : html`<jw-notice .failure=${this.failure} retry @jw-retry=${() => this.ready()}></jw-notice>`}
          ${repeat(views, (view) => view.key, (view) => this.turn(view, view === views.at(-1)))}
        </div>
        <jw-composer
          .value=${this.draft}
          .busy=${this.thread?.busy ?? false}
          @jw-ask=${(event: CustomEvent<{ text: string }>) => this.ask(event.detail.text)}
          @jw-typed=${(event: CustomEvent<{ text: string }>) => this.onTyped(event.detail.text)}
        ></jw-composer>
      </section>
      <jw-source
        .citation=${this.cited}
        .backend=${this.thread?.session.backend ?? null}
        .site=${this.site}
        @jw-close=${() => (this.cited = null)}
      ></jw-source>
    `;
  }

  private turn(view: TurnView, newest: boolean): TemplateResult {
    return html`<jw-turn
      .view=${view}
      .ticket=${view.ticket === null ? null : (this.thread?.tickets.get(view.ticket.id) ?? null)}
      .conversation=${this.thread}
      .newest=${newest}
      @jw-cite=${(event: CustomEvent<Citation>) => (this.cited = event.detail)}
      @jw-retry=${() => this.thread?.ask(view.question, view.key)}
      @jw-edit=${() => this.onEdit(view)}
    ></jw-turn>`;
  }

  private onTyped(text: string): void {
    this.draft = text;
    if (this.thread !== null) tab.write(`${this.key(this.thread.session)} draft`, text);
  }

  private onEdit(view: TurnView): void {
    this.draft = view.question;
    this.thread?.drop(view.key);
  }
}

if (customElements.get('jw-chat') === undefined) customElements.define('jw-chat', JwChat);
