import { BadInput } from '../bad-input.js';

export interface Decoded {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * The text of a file. UTF-8, unless a byte-order mark or `encoding` says
 * otherwise; bytes that are no UTF-8 are read as GB18030 (which holds GBK) where
 * that gives Chinese, else as windows-1252. What was not certain is noted.
 */
export function decode(bytes: Uint8Array, encoding?: string): Decoded {
  if (encoding !== undefined) return decodeAs(bytes, encoding, []);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le', []);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be', []);
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== undefined) return withDamage(utf8, []);
  const cut = cutUtf8(bytes);
  if (cut !== undefined) return withDamage(cut, ['the file ends inside a character: it is cut short']);
  const declared = declaredIn(bytes);
  if (declared !== undefined) return decodeAs(bytes, declared, [`read as ${declared}, as the page declares`]);
  return guess(bytes);
}

function decodeAs(bytes: Uint8Array, encoding: string, notes: readonly string[]): Decoded {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding);
  } catch {
    throw new BadInput(`there is no encoding ${JSON.stringify(encoding)}; utf-8, gb18030, big5 are some`);
  }
  return withDamage(decoder.decode(bytes), notes);
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-8 but for its last character, of which up to three bytes are there. */
function cutUtf8(bytes: Uint8Array): string | undefined {
  for (const lost of [1, 2, 3]) {
    const text = strictly(bytes.subarray(0, Math.max(0, bytes.length - lost)), 'utf-8');
    if (text !== undefined && /\P{ASCII}/u.test(text)) return text;
  }
  return undefined;
}

/** The encoding that an HTML page names, where Node knows it and it is not UTF-8, which failed. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const name = /<meta[^>]{0,200}charset=["']?([\w-]{3,20})/i.exec(head)?.[1]?.toLowerCase();
  if (name === undefined || name === 'utf-8' || name === 'utf8') return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

function guess(bytes: Uint8Array): Decoded {
  const check = 'not UTF-8; check its texts, or name the encoding with --encoding';
  const chinese = new TextDecoder('gb18030').decode(bytes);
  const lossy = new TextDecoder('utf-8').decode(bytes);
  const [han, lost] = [count(chinese, /\p{Script=Han}/gu), count(chinese, /\ufffd/g)];
  // UTF-8 with a few broken bytes is still UTF-8: most of its characters are whole.
  const whole = count(lossy, /(?!\ufffd)\P{ASCII}/gu);
  if (whole > 8 * count(lossy, /\ufffd/g)) return withDamage(lossy, []);
  if (han > 1 && lost * 20 <= han && commonShare(chinese) > 0.5)
    return { text: chinese, notes: [`read as GB18030, since it is ${check}`] };
  return {
    text: new TextDecoder('windows-1252').decode(bytes),
    notes: [`read as windows-1252, since it is ${check}`],
  };
}

/** The share of a text's Han characters that stand in GB 2312's first level: Western text read as GB18030 has few. */
function commonShare(text: string): number {
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  const common = han.filter((character) =>
    /[的是不在有请求成功失败错误码状态服务器资源参数用户系统无效未找到内部异常超时限制访问处理返回权说明编描述操作已被存后重试稍]/.test(
      character,
    ),
  );
  return han.length === 0 ? 0 : Math.min(1, (2 * common.length) / han.length);
}

function withDamage(text: string, notes: readonly string[]): Decoded {
  const damaged = count(text, /\ufffd/g);
  if (damaged === 0) return { text, notes };
  return {
    text,
    notes: [
      ...notes,
      `${damaged} characters are damaged (\ufffd): check the texts, or name the encoding with --encoding`,
    ],
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
