/** How words are marked, the heaviest first: what clauses say of words comes before that they were not understood. */
export const LOOKS = [
  ...['ban', 'duty', 'limit', 'plea', 'grant', 'definition', 'possible', 'unread'],
  ...['contradicted', 'undetermined', 'supported'],
]
