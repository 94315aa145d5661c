/** Events that come close upon one another. Times are in milliseconds since the epoch. */
export interface Series {
  /** How many have come so far. */
  readonly events: number;
  /** How many of them are not answered yet. */
  readonly underWay: number;
  /** When one was last answered. */
  readonly answeredAt: number;
}

export const NO_SERIES: Series = { events: 0, underWay: 0, answeredAt: Number.NEGATIVE_INFINITY };

/** What comes so shortly after an answer belongs to it, in milliseconds. */
const CLOSE = 1000;

/** So many events of a series wait for Closte. */
const FEW = 5;

/**
 * The series with one more event: the one before goes on if one of its events is under way, or was answered within the
 * last second; else a new one begins. More than 5 within a second are always one.
 *
 * The time that an answer takes does not count: a sender that waits for each answer before it sends the next event, as
 * WordPress does, could never be seen to send many otherwise, since each takes Closte's time.
 */
export function withEvent(series: Series, now: number): Series {
  const goesOn = series.underWay > 0 || now - series.answeredAt <= CLOSE;
  return goesOn
    ? { ...series, events: series.events + 1, underWay: series.underWay + 1 }
    : { ...series, events: 1, underWay: 1 };
}

export function withAnswer(series: Series, now: number): Series {
  return { ...series, underWay: series.underWay - 1, answeredAt: now };
}

/** Whether the newest event is one of many: an import, which is not to wait for Closte at each of its domains. */
export function isOneOfMany({ events }: Series): boolean {
  return events > FEW;
}

/** The series that an instance is in. */
export interface EventSeries {
  /** Answers one event, told whether it is one of many. */
  answer<T>(act: (isOneOfMany: boolean) => Promise<T>): Promise<T>;
}

export function createEventSeries(now: () => Date): EventSeries {
  let series = NO_SERIES;
  return {
    async answer(act) {
      series = withEvent(series, now().getTime());
      try {
        return await act(isOneOfMany(series));
      } finally {
        series = withAnswer(series, now().getTime());
      }
    },
  };
}
