import { css } from 'lit';

/** A list beside what was picked from it; on a phone one or the other. */
export const deskLayout = css`
  .desk {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .desk.picked .list,
  .desk:not(.picked) .detail {
    display: none;
  }
  .list {
    gap: 1.5rem;
  }
  .empty {
    padding: 2rem 0;
  }
  @media (min-width: 56rem) {
    .desk {
      grid-template-columns: 20rem minmax(0, 1fr);
    }
    .desk.picked .list,
    .desk:not(.picked) .detail {
      display: grid;
    }
    .desk.picked .back {
      display: none;
    }
  }
`;
