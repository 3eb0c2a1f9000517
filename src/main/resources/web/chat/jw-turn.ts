import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Ticket } from '../core/contract';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';
import type { TurnView } from './thread';
import './jw-answer';
import './jw-contact-form';
import './jw-notice';
import './jw-ticket';

/** From this safety level on an answer begins with its warning. */
const HIGH_RISK = 2;

/**
 * One question and what became of it.
 *
 * @element jw-turn
 * @prop view - what is known about it
 * @prop ticket - its ticket as last seen, null for none
 * @prop open - the asker is a visitor whose contact is needed before a ticket opens
 * @prop newest - the last one of the thread: its answer is read out
 * @fires jw-cite - a Citation the asker wants to read
 * @fires jw-contact - `{enterprise, contact}` of a visitor
 * @fires jw-confirm - a Confirmation of the craftsman's reply
 * @fires jw-retry, jw-edit - on a failed question
 * @fires jw-person - the asker wants a person instead of an answer that was recalled
 */
export class JwTurn extends LitElement {
  static override properties = {
    view: { attribute: false },
    ticket: { attribute: false },
    open: { attribute: false },
    newest: { attribute: false },
  };

  declare view: TurnView | null;
  declare ticket: Ticket | null;
  declare open: boolean;
  declare newest: boolean;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
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
      .risk {
        border-color: var(--_danger);
        border-inline-start-width: 0.35rem;
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    this.view = null;
    this.ticket = null;
    this.open = false;
    this.newest = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null) return nothing;
    const { words } = this.say;
    return html`
      <article class="stack">
        <p class="question"><span class="hidden">${words.chat.you}: </span>${view.question}</p>
        <p class="hidden" role="status">${this.spoken(view)}</p>
        ${this.recall(view)} ${this.warning(view)} ${view.sentences.length > 0 ? html`<jw-answer .view=${view}></jw-answer>` : nothing}
        ${view.phase === 'sent' || view.phase === 'answering'
          ? html`<p class="waiting muted">${view.phase === 'sent' ? words.chat.searching : words.chat.answering}</p>`
          : nothing}
        ${this.message(view)} ${this.handOver(view)}
        <jw-notice .failure=${view.failure} retry edit @jw-retry=${this.pass} @jw-edit=${this.pass}></jw-notice>
        <jw-notice .failure=${view.trouble}></jw-notice>
      </article>
    `;
  }

  /** An answer that was found wrong stays to be read, behind a warning. */
  private recall({ turn }: TurnView): TemplateResult | typeof nothing {
    if ((turn?.recalled ?? null) === null) return nothing;
    const { chat } = this.say.words;
    return html`<div class="card stack risk" role="alert">
      <p>${chat.recalled}</p>
      ${this.newest
        ? html`<p>
            <button class="main" @click=${() => this.dispatchEvent(new CustomEvent('jw-person'))}>${chat.askPerson}</button>
          </p>`
        : nothing}
    </div>`;
  }

  /** What may cost a hand comes before how it is done. */
  private warning({ turn }: TurnView): TemplateResult | typeof nothing {
    if (turn?.outcome !== 'ANSWERED' || turn.safety < HIGH_RISK) return nothing;
    return html`<p class="card words risk" role="note">${turn.message}</p>`;
  }

  private message(view: TurnView): TemplateResult | typeof nothing {
    if (view.turn === null || view.turn.outcome === 'ANSWERED') return nothing;
    const ours = this.say.words.chat.byOutcome[view.turn.outcome];
    // The service asked for a contact; once that is left, its words are out of date.
    const outdated = this.open && view.turn.outcome === 'ESCALATED' && view.ticket !== null;
    return html`<p class="card words">${outdated ? ours : view.turn.message || ours}</p>`;
  }

  private handOver(view: TurnView): TemplateResult | typeof nothing {
    const shown = this.ticket ?? view.ticket;
    if (shown !== null) {
      return html`<jw-ticket
        .ticket=${shown}
        .busy=${view.deciding}
        @jw-confirm=${this.pass}
        @jw-say=${this.pass}
      ></jw-ticket>`;
    }
    if (view.turn?.outcome !== 'ESCALATED' || !this.open) return nothing;
    return html`<jw-contact-form .busy=${view.deciding} @jw-contact=${this.pass}></jw-contact-form>`;
  }

  /** What a screen reader hears: progress, then the whole answer once. */
  private spoken(view: TurnView): string {
    const { chat } = this.say.words;
    if (view.phase === 'sent') return chat.searching;
    if (view.phase === 'answering') return chat.answering;
    if (view.turn === null || !this.newest) return '';
    const warning = view.turn.safety >= HIGH_RISK ? (view.turn.message ?? '') : '';
    return view.sentences.length > 0
      ? warning + chat.answered + view.sentences.map((sentence) => sentence.text).join('')
      : (view.turn.message ?? '');
  }

  private pass(event: Event): void {
    const { detail } = event as CustomEvent<unknown>;
    this.dispatchEvent(new CustomEvent(event.type, { detail }));
  }
}

if (customElements.get('jw-turn') === undefined) customElements.define('jw-turn', JwTurn);
