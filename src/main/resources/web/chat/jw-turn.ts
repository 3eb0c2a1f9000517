import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Ticket } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { theme } from '../core/theme';
import type { Confirmation, Conversation } from './conversation';
import type { TurnView } from './thread';
import './jw-answer';
import './jw-contact-form';
import './jw-notice';
import './jw-ticket';

/**
 * One question and what became of it.
 *
 * @element jw-turn
 * @prop view - what is known about it
 * @prop ticket - its ticket as last seen, null for none
 * @prop conversation - the thread it belongs to, which carries out what the asker decides
 * @prop newest - the last one of the thread: comes into view while it grows
 * @fires jw-cite - a Citation the asker wants to read
 * @fires jw-retry, jw-edit - on a failed question
 */
export class JwTurn extends LitElement {
  static override properties = {
    view: { attribute: false },
    ticket: { attribute: false },
    conversation: { attribute: false },
    newest: { attribute: false },
    failure: { state: true },
    working: { state: true },
  };

  declare view: TurnView | null;
  declare ticket: Ticket | null;
  declare conversation: Conversation | null;
  declare newest: boolean;
  declare private failure: Failure | null;
  declare private working: boolean;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    css`
      article {
        gap: 0.6rem;
      }
      .question {
        justify-self: end;
        max-width: 88%;
        padding: 0.5rem 0.9rem;
        border-radius: var(--_radius) var(--_radius) 0.2rem var(--_radius);
        background: var(--_accent);
        color: var(--_on-accent);
        white-space: pre-wrap;
      }
      .waiting::before {
        content: '';
        display: inline-block;
        width: 0.7em;
        height: 0.7em;
        margin-inline-end: 0.5em;
        border-radius: 50%;
        background: var(--_accent);
        animation: breathe 1.2s ease-in-out infinite alternate;
      }
      @keyframes breathe {
        from {
          opacity: 0.2;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .waiting::before {
          animation: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.view = null;
    this.ticket = null;
    this.conversation = null;
    this.newest = false;
    this.failure = null;
    this.working = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.newest && changed.has('view')) this.scrollIntoView({ block: this.view?.phase === 'done' ? 'nearest' : 'end' });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return nothing;
    const { words } = this.say;
    return html`
      <article class="stack">
        <p class="question"><span class="hidden">${words.chat.you}: </span>${view.question}</p>
        <p class="hidden" role="status">${this.spoken(view)}</p>
        ${view.sentences.length > 0 ? html`<jw-answer .view=${view}></jw-answer>` : nothing}
        ${view.phase === 'sent' || view.phase === 'answering'
          ? html`<p class="waiting muted">${view.phase === 'sent' ? words.chat.searching : words.chat.answering}</p>`
          : nothing}
        ${this.message(view)} ${this.handOver(view)}
        ${view.failure === null
          ? nothing
          : html`<jw-notice
              .failure=${view.failure}
              retry
              edit
              @jw-retry=${this.again}
              @jw-edit=${this.again}
            ></jw-notice>`}
        <jw-notice .failure=${this.failure}></jw-notice>
      </article>
    `;
  }

  private message(view: TurnView): TemplateResult | typeof nothing {
    if (view.turn === null || view.turn.outcome === 'ANSWERED') return nothing;
    return html`<p class="card words">${view.turn.message || this.say.words.chat.byOutcome[view.turn.outcome]}</p>`;
  }

  private handOver(view: TurnView): TemplateResult | typeof nothing {
    const shown = this.ticket ?? view.ticket;
    if (shown !== null) {
      return html`<jw-ticket
        .ticket=${shown}
        .busy=${this.working}
        @jw-confirm=${(event: CustomEvent<Confirmation>) => this.run((thread) => thread.confirm(shown.id, event.detail))}
      ></jw-ticket>`;
    }
    const asks = view.turn?.outcome === 'ESCALATED' && (this.conversation?.session.open ?? false);
    if (!asks) return nothing;
    return html`<jw-contact-form
      .busy=${this.working}
      @jw-contact=${(event: CustomEvent<{ enterprise: string; contact: string }>) =>
        this.run((thread) => thread.leaveContact(view.key, event.detail.enterprise, event.detail.contact))}
    ></jw-contact-form>`;
  }

  /** What a screen reader hears: progress, then the whole answer once. */
  private spoken(view: TurnView): string {
    const { chat } = this.say.words;
    if (view.phase === 'sent') return chat.searching;
    if (view.phase === 'answering') return chat.answering;
    if (view.turn === null || !this.newest) return '';
    return view.sentences.length > 0
      ? chat.answered + view.sentences.map((sentence) => sentence.text).join('')
      : (view.turn.message ?? '');
  }

  private async run(work: (thread: Conversation) => Promise<void>): Promise<void> {
    if (this.conversation === null || this.working) return;
    this.working = true;
    this.failure = null;
    try {
      await work(this.conversation);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.working = false;
    }
  }

  private again(event: Event): void {
    this.dispatchEvent(new CustomEvent(event.type));
  }
}

if (customElements.get('jw-turn') === undefined) customElements.define('jw-turn', JwTurn);
