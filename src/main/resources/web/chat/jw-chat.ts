import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Citation } from '../core/contract';
import { saveText } from '../core/clipboard';
import { asFailure, type Failure } from '../core/failure';
import { Localised, suggest } from '../core/language';
import { controls, theme } from '../core/theme';
import type { Confirmation, Words } from './conversation';
import type { Opinion } from './jw-acts';
import type { TurnView } from './thread';
import { Visit } from './visit';
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
 * @attr fresh - set by the element while nothing was asked
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
    cited: { state: true },
    trouble: { state: true },
  };

  declare site: string;
  declare api: string;
  declare conversation: string | null | undefined;
  declare private cited: Citation | null;
  /** Why the thread could not be exported. */
  declare private trouble: Failure | null;

  private readonly say = new Localised(this);
  private visit: Visit | null = null;

  static override styles = [
    theme,
    controls,
    css`
      :host {
        height: var(--jw-height, min(44rem, 85dvh));
      }
      section {
        display: flex;
        flex-direction: column;
        height: 100%;
        background: var(--_ground);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        overflow: hidden;
      }
      .bar {
        justify-content: end;
        padding: 0.25rem 0.75rem;
        background: var(--_surface);
        border-bottom: 1px solid var(--_line);
      }
      .bar:empty {
        display: none;
      }
      .thread {
        position: relative;
        flex: 1;
        min-height: 0;
        overflow-y: auto;
        overscroll-behavior: contain;
        padding: 1rem 0.75rem;
        align-content: start;
        gap: 1.25rem;
      }
      .thread:focus-visible {
        outline-offset: -3px;
      }
      .welcome {
        color: var(--_muted);
      }
      /* On a phone the question box comes into view first; with the first question there is something to show. */
      @media (max-width: 40rem) {
        :host([fresh]) {
          height: auto;
        }
        :host([fresh]) .thread {
          min-height: 7rem;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.site = '';
    this.api = HOME;
    this.conversation = undefined;
    this.cited = null;
    this.trouble = null;
  }

  /** Asks as if it had been typed. */
  async ask(question: string): Promise<void> {
    await this.updateComplete;
    await this.visit?.ask(question);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    suggest(this.getAttribute('lang'));
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const shown = this.visit?.thread?.id ?? null;
    const other = changed.has('conversation') && this.conversation !== undefined && this.conversation !== shown;
    if (other || changed.has('site') || changed.has('api')) this.leave();
    if (this.visit !== null || !this.isConnected) return;
    this.visit = new Visit(this.api, this.site, this.conversation, () => this.onChange());
    void this.visit.ready();
  }

  protected override render(): TemplateResult {
    const { words, tag } = this.say;
    const thread = this.visit?.thread ?? null;
    const views = thread?.views ?? [];
    this.toggleAttribute('fresh', views.length === 0);
    return html`
      <section aria-label=${words.chat.label} lang=${tag}>
        <div class="bar row">${this.exporting()}</div>
        <div class="thread stack" part="thread" tabindex="0" role="group" aria-label=${words.chat.thread}>
          <p class="welcome">${words.chat.welcome}</p>
          <jw-notice .failure=${this.visit?.failure ?? null} retry @jw-retry=${() => this.visit?.ready()}></jw-notice>
          <jw-notice .failure=${this.trouble}></jw-notice>
          ${repeat(views, (view) => view.key, (view) => this.turn(view, view === views.at(-1)))}
        </div>
        <jw-composer
          .value=${this.visit?.draft ?? ''}
          .busy=${thread?.busy ?? false}
          .asked=${views.at(-1)?.turn?.outcome === 'NEEDS_DETAIL'}
          @jw-stop=${() => thread?.stop()}
          @jw-ask=${(event: CustomEvent<{ text: string }>) => this.visit?.ask(event.detail.text)}
          @jw-typed=${(event: CustomEvent<{ text: string }>) => this.visit?.type(event.detail.text)}
        ></jw-composer>
      </section>
      <jw-source
        .citation=${this.cited}
        .backend=${thread?.session.backend ?? null}
        .site=${this.site}
        @jw-close=${() => (this.cited = null)}
      ></jw-source>
    `;
  }

  private turn(view: TurnView, newest: boolean): TemplateResult {
    const thread = this.visit?.thread ?? null;
    return html`<jw-turn
      .view=${view}
      .ticket=${view.ticket === null ? null : (thread?.tickets.get(view.ticket.id) ?? null)}
      .open=${thread?.session.open ?? false}
      .newest=${newest}
      @jw-cite=${(event: CustomEvent<Citation>) => (this.cited = event.detail)}
      @jw-retry=${() => thread?.ask(view.question, view.key, view.again)}
      @jw-rate=${(event: CustomEvent<Opinion>) => thread?.rate(view.key, event.detail)}
      @jw-regenerate=${() => thread?.regenerate(view.key)}
      @jw-edit=${() => this.edit(view)}
      @jw-person=${() => this.visit?.ask(this.say.words.chat.personRequest)}
      @jw-contact=${(event: CustomEvent<{ enterprise: string; contact: string }>) =>
        thread?.leaveContact(view.key, event.detail.enterprise, event.detail.contact)}
      @jw-confirm=${(event: CustomEvent<Confirmation>) => thread?.confirm(view.key, event.detail)}
      @jw-say=${(event: CustomEvent<Words>) => thread?.say(view.key, event.detail)}
    ></jw-turn>`;
  }

  private exporting(): TemplateResult | typeof nothing {
    const thread = this.visit?.thread ?? null;
    if (thread === null || thread.id === null || thread.views.length === 0) return nothing;
    return html`<button class="plain" @click=${this.export}>${this.say.words.chat.export}</button>`;
  }

  private async export(): Promise<void> {
    const thread = this.visit?.thread ?? null;
    if (thread === null) return;
    try {
      this.trouble = null;
      saveText(`jiangwen-${thread.id}.md`, 'text/markdown', await thread.export());
    } catch (thrown) {
      this.trouble = asFailure(thrown);
    }
  }

  private edit(view: TurnView): void {
    this.visit?.type(view.question);
    this.visit?.thread?.drop(view.key);
  }

  private leave(): void {
    this.visit?.close();
    this.visit = null;
  }

  private onChange(): void {
    this.requestUpdate();
    const id = this.visit?.thread?.id ?? null;
    if (id !== null && id !== this.conversation) {
      this.conversation = id;
      this.dispatchEvent(new CustomEvent('jw-conversation', { detail: { id } }));
    }
    // Children draw a moment later than this element; then the newest question moves up, never back.
    void this.updateComplete.then(() => requestAnimationFrame(() => this.followNewest()));
  }

  private followNewest(): void {
    const thread = this.renderRoot.querySelector<HTMLElement>('.thread');
    const newest = [...this.renderRoot.querySelectorAll<HTMLElement>('jw-turn')].at(-1);
    if (thread === null || newest === undefined || newest.offsetTop - 8 <= thread.scrollTop) return;
    thread.scrollTo({ top: newest.offsetTop - 8 });
  }
}

if (customElements.get('jw-chat') === undefined) customElements.define('jw-chat', JwChat);
