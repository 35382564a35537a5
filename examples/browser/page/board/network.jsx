import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

/** TanStack Query's own word on the network: without it, queries wait and nothing is sent. */
export function useOnline() {
  return useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
}

export function Network() {
  const online = useOnline();
  return (
    <div className={`network ${online ? 'on' : 'off'}`} role="status">
      <span>
        {online ? 'Online.' : 'Offline. Nothing is sent; what you ask for waits, and goes on by itself.'}
      </span>
      <button type="button" onClick={() => onlineManager.setOnline(!online)}>
        {online ? 'Pretend to be offline' : 'Back online'}
      </button>
    </div>
  );
}
