/** What a row's words say of sending the same request again. */
export type Saying =
  | 'forbidden'
  | 'changed'
  | 'throttle'
  | 'busy'
  | 'passing'
  | 'later'
  | 'retry'
  | 'timeout';

export interface Said {
  readonly says: Saying;
  /** The very words. */
  readonly words: string;
}

const retryEn = String.raw`(?:retry|retries|retried|retrying|try(?:ing)?\s+(?:it\s+|this\s+)?again|re-?send(?:ing)?|resent|re-?submit(?:ted|ting)?)`;
const retryZh = '(?:重试|再试|重新(?:请求|提交|发送|尝试|发起)|重复(?:请求|提交|发送|尝试))';
const notEn = String.raw`(?:do|does|must|should|can|could|may|need|will|would)(?:\s+not|n['’]?t)|cannot|not\s+to|never|no\s+need\s+to|without|avoid`;
const hasteEn = String.raw`(?:immediately|instantly|at\s+once|right\s+away|too\s+(?:often|soon|quickly|fast)|repeatedly|frequently)`;
const betweenEn = String.raw`(?:(?:be|been|being|ever|blindly|simply|just|then|safely|automatically|attempt\s+to|try\s+to|please|any)\s+){0,3}`;
const notZh =
  '(?:不要|请勿|切勿|勿|不能|不可以|不可(?!用)|不得|不应该?|不宜|不建议|不推荐|无需|无须|不必|不用|不需要|禁止|不允许|不支持|避免|请别|无法|不会|不再)';
const hasteZh = '(?:立即|立刻|马上|频繁|反复|连续)';
const betweenZh = '(?:再次?|自动|直接|盲目|进行|继续|重复|客户端|请求){0,3}';

const haste = new RegExp(
  [
    String.raw`(?:${notEn})\s+${betweenEn}${hasteEn}\s+${retryEn}`,
    String.raw`(?:${notEn})\s+${betweenEn}${retryEn}[^.;,]{0,20}?\s${hasteEn}`,
    `${notZh}${betweenZh}${hasteZh}[^，。；]{0,4}${retryZh}`,
  ].join('|'),
  'i',
);
const forbidden = new RegExp(
  [
    String.raw`\b(?:${notEn})\s+${betweenEn}${retryEn}`,
    String.raw`\b(?:no|not|non|un)[\s-]?(?:be\s+)?retr(?:y(?!-after)|ies|yable|iable)\b`,
    String.raw`\b${retryEn}\s+(?:it\s+|the\s+request\s+)?(?:will|would|does|is|are|can)\s?(?:not|n['’]?t|never|no|pointless|useless)\b`,
    String.raw`\b(?:pointless|useless|futile)\s+to\s+${retryEn}`,
    `${notZh}${betweenZh}${retryZh}`,
    `${retryZh}(?:无效|无用|没有意义|无意义|也不会)`,
  ].join('|'),
  'i',
);
const changeEn = String.raw`(?:correct|fix|chang|modif|check|verify|adjust|updat|edit|reduc|refresh|renew|re-?authenticat|log\s?in|sign\s?in|contact|add|remov|shorten|obtain|choose|use)`;
const changeZh =
  '(?:修改|检查|更正|更换|更改|调整|确认|修正|更新|核对|核实|变更|升级|充值|联系|登录|获取|减少|缩短|删除|补充|申请|使用)';
const changed = new RegExp(
  [
    String.raw`\b${changeEn}\w*\b[^.;]{0,80}?\b(?:and|then|before|,)\s+${retryEn}`,
    String.raw`\b${retryEn}\b[^.;]{0,40}?\b(?:with|using)\s+(?:a|an|the|another|other|valid|new|different|correct|fresh|smaller|fewer|your)\b`,
    String.raw`\b${retryEn}\b[^.;]{0,30}?\b(?:after|once)\b[^.;]{0,40}?\b${changeEn}\w*`,
    `${changeZh}[^。；]{0,30}?(?:后|再|并|然后|，)[^。；]{0,6}?${retryZh}`,
  ].join('|'),
  'i',
);

const positive: readonly (readonly [Saying, RegExp])[] = [
  [
    'throttle',
    /\bthrottl\w*|\brate[ -]?limit\w*|\btoo (?:many|frequent) (?:\w+ ){0,2}(?:requests|calls)|\brequests? too frequent\w*|\brequest limit exceeded|\bflow[ -]control\w*|\bslow ?down\b|流控|限流|流量控制|(?:请求|访问|调用|操作)[^，。；]{0,6}频繁|超[过出][^，。；]{0,10}(?:频率|速率)|频率[^，。；]{0,4}(?:超|过高|过快)/i,
  ],
  ['busy', /\b(?:busy|overload\w*)\b|繁忙|过载|负载过高/i],
  ['passing', /\b(?:temporar(?:y|ily)|momentar(?:y|ily)|transient(?:ly)?)\b|暂时|临时(?:不可用|故障|异常)/i],
  ['later', /\b(?:later|delay(?:ed|s)?)\b|稍[后候]|延迟|延后/i],
  [
    'retry',
    new RegExp(
      String.raw`\b${retryEn}\b(?!\s*(?:count|limit|quota|exceeded))|\bretry-after\b|\bretryable\b|${retryZh}(?!次数)`,
      'i',
    ),
  ],
  ['timeout', /\btime[ds]?[ -]?out\b|\btimeouts?\b|超时/i],
];

/** What the words say, each saying once. A negation is found before what it negates. */
export function sayings(text: string): Said[] {
  const found: Said[] = [];
  for (const sentence of text.split(/(?<=[.!?])\s+|[;。；！？\n]+/)) {
    const pace = haste.exec(sentence);
    const not = pace === null ? forbidden.exec(sentence) : null;
    if (pace !== null) found.push({ says: 'retry', words: pace[0] });
    if (not !== null) found.push({ says: 'forbidden', words: not[0] });
    const change = not === null ? changed.exec(sentence) : null;
    if (change !== null) found.push({ says: 'changed', words: change[0] });
    // What a sentence forbids, or allows after a change, it does not promise.
    const rest = [pace, not, change].reduce(
      (left, match) => (match === null ? left : left.replace(match[0], ' ')),
      sentence,
    );
    for (const [says, pattern] of positive) {
      const word = pattern.exec(rest);
      if (word !== null) found.push({ says, words: word[0] });
    }
  }
  return found.filter(({ says }, index) => found.findIndex((other) => other.says === says) === index);
}

/** Whether the words say that the work is accepted and done afterwards. */
export function speaksOfDelay(text: string): string | undefined {
  return /\b(?:asynchronous(?:ly)?|queued?|in progress|delay(?:ed|s)?|later|not (?:yet )?(?:complete|done|finished)|processing)\b|异步|排队|延迟|稍后|处理中|尚未完成/i.exec(
    text,
  )?.[0];
}

/** Whether the words blame the request, where the status has no class of HTTP's to say so. */
export function blamesRequest(text: string): string | undefined {
  return /\b(?:not found|(?:does|do) not exist|no such|invalid|illegal|bad|malformed|missing|mismatch|already exists?|exceed\w*|denied|forbidden|unauthori[sz]ed)\b|不存在|已存在|无效|非法|不合法|参数|校验|不匹配|超出|超过|拒绝|没有权限|被删除/i.exec(
    text,
  )?.[0];
}

/** Whether the words say that credentials have run out. */
export function speaksOfExpiry(text: string): string | undefined {
  return /\b(?:token|credential|session|signature|ticket)s?\b[^.;]{0,30}\bexpir\w*|\bexpir\w*[^.;]{0,20}\b(?:token|credential|session)s?\b|(?:token|令牌|凭证|凭据|会话|签名)[^，。；]{0,8}(?:过期|失效|超时)/i.exec(
    text,
  )?.[0];
}
