// A page over TanStack Query: what it can show of an outcome while it waits, and once nothing helps.
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './client.js';
import { Network } from './network.jsx';
import { Report } from './report.jsx';
import { Secret } from './secret.jsx';
import { Stock } from './stock.jsx';

function Board() {
  return (
    <QueryClientProvider client={queryClient}>
      <Network />
      <div className="cards">
        <Stock />
        <Report />
        <Secret />
      </div>
    </QueryClientProvider>
  );
}

const root = document.querySelector('#board');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Board />
    </StrictMode>,
  );
}
