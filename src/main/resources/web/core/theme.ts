import { css } from 'lit';

/**
 * Colours, type and controls that every element shares. A host page themes the widget by setting, on `jw-chat` or any
 * ancestor: `--jw-accent` together with `--jw-on-accent` (text on it), `--jw-surface`, `--jw-ground`, `--jw-text`, `--jw-muted`, `--jw-line`,
 * `--jw-mark`, `--jw-radius` and `--jw-font`.
 */
export const theme = css`
  :host {
    --_accent: var(--jw-accent, #0b5c8a);
    --_on-accent: var(--jw-on-accent, #fff);
    --_surface: var(--jw-surface, #fff);
    --_ground: var(--jw-ground, #f3f5f7);
    --_text: var(--jw-text, #1b2126);
    --_muted: var(--jw-muted, #515c66);
    --_line: var(--jw-line, #cfd6dc);
    --_mark: var(--jw-mark, #ffe28a);
    --_danger: #9c2215;
    --_good: #1d6a39;
    --_radius: var(--jw-radius, 0.75rem);
    box-sizing: border-box;
    display: block;
    color: var(--_text);
    font-family: var(
      --jw-font,
      system-ui,
      -apple-system,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      'WenQuanYi Zen Hei',
      sans-serif
    );
    font-size: 1rem;
    line-height: 1.65;
    overflow-wrap: anywhere;
    color-scheme: light dark;
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --_accent: var(--jw-accent, #84c8f0);
      --_on-accent: var(--jw-on-accent, #05202f);
      --_surface: var(--jw-surface, #1e2429);
      --_ground: var(--jw-ground, #14181b);
      --_text: var(--jw-text, #e9edf0);
      --_muted: var(--jw-muted, #aab5be);
      --_line: var(--jw-line, #3d4850);
      --_mark: var(--jw-mark, #6e5600);
      --_danger: #ffb3a6;
      --_good: #93d9ab;
    }
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  blockquote {
    margin: 0;
  }
  ul,
  ol {
    padding: 0;
    list-style: none;
  }
  h1,
  h2,
  h3,
  h4 {
    line-height: 1.35;
  }
  h1 {
    font-size: 1.6rem;
  }
  h2 {
    font-size: 1.25rem;
  }
  h3,
  h4 {
    font-size: 1.05rem;
  }
  a {
    color: var(--_accent);
  }
  mark {
    background: var(--_mark);
    color: inherit;
  }
  .muted {
    color: var(--_muted);
    font-size: 0.875rem;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* A status with nothing to say takes no room, yet stays known to screen readers. */
  [role='status']:empty {
    position: absolute;
  }
  .stack {
    display: grid;
    align-content: start;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
  }
  .card {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 1rem;
  }
  .words {
    white-space: pre-wrap;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
`;

/** Buttons, fields and check boxes, none smaller than a thumb. */
export const controls = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4rem;
    min-height: 2.75rem;
    min-width: 2.75rem;
    padding: 0.4rem 1rem;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) - 0.15rem);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  button:hover,
  .button:hover {
    border-color: var(--_accent);
  }
  button.main {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  button.plain {
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
  }
  button:disabled,
  button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }
  .field {
    display: grid;
    gap: 0.25rem;
  }
  .field > span:not(.muted),
  .field > label,
  legend {
    font-weight: 600;
  }
  summary {
    padding-block: 0.6rem;
    cursor: pointer;
    font-weight: 600;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  input:not([type='checkbox'], [type='radio'], [type='file']),
  select,
  textarea {
    width: 100%;
    min-height: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) - 0.15rem);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  textarea {
    resize: vertical;
    line-height: 1.55;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  ::file-selector-button {
    min-height: 2.75rem;
    padding: 0.4rem 1rem;
    margin-inline-end: 0.75rem;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) - 0.15rem);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: 0.6rem;
    min-height: 2.75rem;
    cursor: pointer;
  }
  .check input {
    flex: none;
    width: 1.35rem;
    height: 1.35rem;
    margin: 0;
    accent-color: var(--_accent);
  }
`;
