// Sets the clock of a process ahead, before anything else is loaded: a week is too long to wait for.
const aheadMs = Number(process.env.TEST_AHEAD_MS ?? 0);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + aheadMs);
    else super(...given);
  }

  static now() {
    return RealDate.now() + aheadMs;
  }
};
