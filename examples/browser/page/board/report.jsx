import { useMutation } from '@tanstack/react-query';
import { unwrap } from 'axios-outcome';
import { useState } from 'react';
import { Card } from './card.jsx';
import { api } from './client.js';

/** @typedef {{ pages: number }} Pages */

/** 202 with an Operation-Location: the task is followed, and each poll moves the bar. */
export function Report() {
  const [poll, setPoll] = useState(/** @type {import('axios-outcome').TaskPoll | undefined} */ (undefined));
  const report = useMutation({
    mutationFn: async () => {
      setPoll(undefined);
      const accepted = await api.post(`/api/report/${Date.now()}`);
      return unwrap(await api.complete(accepted, { onPoll: setPoll }));
    },
  });
  return (
    <Card id="report" title="Report" action="Make one" onAction={() => report.mutate()}>
      {stateOf(report, poll)}
    </Card>
  );
}

/**
 * @param {import('@tanstack/react-query').UseMutationResult<unknown, Error, void>} report
 * @param {import('axios-outcome').TaskPoll | undefined} poll
 */
function stateOf(report, poll) {
  if (report.isIdle) return <p>Not asked for yet.</p>;
  if (report.isPaused) return <p className="paused">Waits for the network.</p>;
  if (report.isError) return <p className="bad">{report.error.message}</p>;
  // The API is this example's own: its result is of this shape.
  if (report.isSuccess)
    return <p className="good">Ready: {/** @type {Pages} */ (report.data).pages} pages</p>;
  const { state = 'Accepted', progress = 0 } = poll ?? {};
  return (
    <label>
      {state}, {progress} %
      <progress max={100} value={progress} />
    </label>
  );
}
