import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Standing } from '../core/contract';
import { Localised } from '../core/language';
import { theme } from '../core/theme';

/** At most one decimal, never rounded to the better side. */
function upTo(share: number): string {
  return `${Math.ceil(share * 1000 - 1e-9) / 10}%`;
}

/**
 * What audits prove about the answers, in a sentence, with what it is about below.
 *
 * @element jw-certificate
 * @prop standing - the certificate; null shows nothing
 */
export class JwCertificate extends LitElement {
  static override properties = { standing: { attribute: false } };

  declare standing: Standing | null;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    css`
      .card {
        border-inline-start: 0.35rem solid var(--_line);
        gap: 0.25rem;
      }
      .certified {
        border-inline-start-color: var(--_good);
      }
    `,
  ];

  constructor() {
    super();
    this.standing = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { standing } = this;
    if (standing === null) return nothing;
    const { audit } = this.say.words;
    const since = standing.since === null ? '' : audit.since(this.say.time(standing.since));
    return html`
      <section class="card stack ${standing.state === 'CERTIFIED' ? 'certified' : ''}" aria-label=${audit.certificate}>
        <p><strong>${this.sentence(standing)}</strong></p>
        <p class="muted">${audit.window(standing.windowDays)}${since}</p>
      </section>
    `;
  }

  private sentence({ alpha, confidence, audited, errors, bound, state, needed }: Standing): string {
    const { audit } = this.say.words;
    if (state === 'CERTIFIED' && bound !== null) {
      return audit.certified(upTo(alpha), upTo(confidence), audited, errors, upTo(bound));
    }
    return needed === null ? audit.outOfReach(upTo(alpha), audited, errors) : audit.notYet(audited, errors, needed);
  }
}

customElements.define('jw-certificate', JwCertificate);
