import { QueryErrorResetBoundary, useQuery } from '@tanstack/react-query';
import { OutcomeError, unwrap } from 'axios-outcome';
import { Component, useState } from 'react';
import { Card } from './card.jsx';
import { api } from './client.js';

/** 403: the query asks once, and throws what it got into an error boundary. */
export function Secret() {
  const [run, setRun] = useState(0);
  return (
    <Card id="secret" title="Secret" action="Open it" onAction={() => setRun(Date.now())}>
      {run === 0 ? (
        <p>Not opened yet.</p>
      ) : (
        <QueryErrorResetBoundary>
          <Boundary key={run}>
            <Opened run={run} />
          </Boundary>
        </QueryErrorResetBoundary>
      )}
    </Card>
  );
}

/** @param {{ run: number }} props */
function Opened({ run }) {
  const { data } = useQuery({
    queryKey: ['secret', run],
    queryFn: async ({ signal }) => unwrap(await api.get(`/api/secret/${run}`, { signal })),
    throwOnError: true,
  });
  return <p>{data === undefined ? 'Asking…' : 'Open.'}</p>;
}

/** @extends {Component<{ children: import('react').ReactNode }, { error?: unknown }>} */
class Boundary extends Component {
  /** @override @type {{ error?: unknown }} */
  state = {};

  /** @param {unknown} error */
  static getDerivedStateFromError(error) {
    return { error };
  }

  /** @override */
  render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    if (!(error instanceof OutcomeError)) throw error;
    const { outcome } = error;
    return <p className="bad">{outcome.kind === 'rejected' ? outcome.problem.message : error.message}</p>;
  }
}
