import { useQuery } from '@tanstack/react-query';
import { unwrap } from 'axios-outcome';
import { retryAt } from 'axios-outcome/query';
import { useEffect, useState } from 'react';
import { Card } from './card.jsx';
import { api } from './client.js';

/** @typedef {{ pieces: number }} Pieces */

/** 503 with `Retry-After: 3`, then 200: the page counts down, and the query asks again by itself. */
export function Stock() {
  const [run, setRun] = useState(0);
  const stock = useQuery({
    queryKey: ['stock', run],
    queryFn: async ({ signal }) => unwrap(await api.get(`/api/stock/${run}`, { signal })),
    enabled: run > 0,
  });
  const seconds = useSecondsUntil(retryAt(stock.failureReason));
  return (
    <Card id="stock" title="Stock" action="Ask" onAction={() => setRun(Date.now())}>
      {run === 0 ? <p>Not asked yet.</p> : stateOf(stock, seconds)}
    </Card>
  );
}

/** @param {import('@tanstack/react-query').UseQueryResult} stock @param {number | undefined} seconds */
function stateOf(stock, seconds) {
  if (stock.fetchStatus === 'paused') return <p className="paused">Waits for the network.</p>;
  // The API is this example's own: its 200 is of this shape.
  if (stock.isSuccess) return <p className="good">{/** @type {Pieces} */ (stock.data).pieces} pieces</p>;
  if (stock.isError) return <p className="bad">{stock.error.message}</p>;
  if (seconds === undefined) return <p>Asking…</p>;
  return (
    <p className="waiting">
      The server is busy. Asks again in <strong className="countdown">{seconds} s</strong>.
    </p>
  );
}

/** Whole seconds until then, counted down; undefined without a time. @param {number | undefined} then */
function useSecondsUntil(then) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (then === undefined) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 200);
    return () => clearInterval(timer);
  }, [then]);
  return then === undefined ? undefined : Math.max(0, Math.ceil((then - now) / 1000));
}
