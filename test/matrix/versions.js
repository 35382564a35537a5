// What is promised (README, Compatibility), each in its latest version unless it says more.

/** The lowest one of `engines` too, where require(esm) has just come to Node 20. */
export const nodes = ['20.19.0', '20', '22', '24', '26'];
/** 1.6.0 is the lowest of the peer range; 1.7 brought the fetch adapter. */
export const axioses = ['1.6.0', '1.6', '1.7', '1.13', 'latest'];
/** Those from 8 on ask for Node 22, and yet npm installs the highest on Node 20 as well. */
export const pRetries = ['7', '8', '9'];

/**
 * What two of the doors import; the others need nothing more. NestJS 11 is the last one that is CommonJS:
 * 12 is ES modules alone, and test/clients runs it.
 */
export const optionalPeers = [
  '@opentelemetry/api',
  '@nestjs/common@11',
  '@nestjs/axios@4',
  'rxjs',
  'reflect-metadata',
];

export const compilers = ['5.4', '5.9', '6', '7'];
/** `moduleResolution`, the `module` that goes with it, and which compilers have it. */
export const resolutions = [
  { resolution: 'bundler', module: 'preserve' },
  { resolution: 'node16', module: 'node16' },
  { resolution: 'nodenext', module: 'nodenext' },
  // Not promised, but the default of `module: commonjs`, and given up by TypeScript 6.
  { resolution: 'node10', module: 'commonjs', until: '5' },
];
