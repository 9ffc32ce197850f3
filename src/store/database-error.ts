/** The operator has to act: `message` names the cause and the remedy, and holds no password. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}
