/** Reads of files and look-ups of hosts that are under way. Modules that load on demand are such reads. */
export interface Reads {
  underWay(): boolean;
  /** Stops watching. */
  stop(): void;
}

type AsyncHooks = typeof import('node:async_hooks');

/**
 * Watches what the platform reads. Node.js lists reads among its active resources. From Node.js 26 on,
 * it does not list a small file, but its hooks report it. Browsers and other platforms report nothing.
 */
export function watchReads(): Reads {
  const { process } = globalThis;
  const files = watchFiles(process?.getBuiltinModule?.('node:async_hooks'));
  return {
    underWay() {
      const active = process?.getActiveResourcesInfo?.() ?? [];
      return files.underWay() || active.some((kind) => /^(FSReq|CloseReq|GetAddrInfoReq)/.test(kind));
    },
    stop: files.stop,
  };
}

function watchFiles(hooks: AsyncHooks | undefined): Reads {
  if (hooks === undefined || !canLeaveOutPromises(hooks)) return { underWay: () => false, stop() {} };
  const pending = new Set<number>();
  const ended = (id: number) => void pending.delete(id);
  const hook = hooks.createHook({
    ...withoutPromises,
    init(id, type) {
      if (type.startsWith('FSREQ')) pending.add(id);
    },
    // The callback of a read is called once. A read that was given up is destroyed.
    after: ended,
    destroy: ended,
  });
  hook.enable();
  return { underWay: () => pending.size > 0, stop: () => void hook.disable() };
}

const withoutPromises = { trackPromises: false };

/** Before Node.js 24.12, a hook is called for every promise, which would slow down the test. */
function canLeaveOutPromises({ createHook }: AsyncHooks): boolean {
  try {
    createHook({ ...withoutPromises, promiseResolve() {} });
    return false;
  } catch {
    // The two contradict each other, where the first one is known.
    return true;
  }
}
