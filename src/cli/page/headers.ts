import { plain } from '../infer/vocabulary.js';

/** What a column holds, by its header. */
export type HeaderSays = 'retry' | 'code' | 'status' | 'other' | 'remedy' | 'meaning' | 'number' | 'name';

/** What a column's header says the column holds: the first that fits. Documents lie; see `columns.ts`. */
const patterns: { readonly [S in HeaderSays]: RegExp } = {
  /** A column of counts or delays does not say whether to send again. */
  retry:
    /^(?!.*(?:count|number|no\. of|\bmax|times|limit|interval|delay|[- ]after\b|seconds|\(s\)|次数|间隔|时间|时长|上限)).*(?:retr(?:y|ie)|\bre-?(?:send|submit|attempt|issue|initiat|transmit|peat)|(?:try|send|submit)\w* (?:it )?again|\btransient|\btemporary\b|重试|再试|重发|(?:重新|重复|再次)(?:请求|提交|发送|发起|尝试|调用))/i,
  code: /(?:error|fault|reason|result|business|sub|err)[\s_-]*(?:code|id|type|name)s?\b|错误码|错误代码|业务码|异常码/i,
  status: /http|status|response codes?|return codes?|状态码|状态代码|返回码|响应码|返回值|响应状态|状态/i,
  other:
    /parameter|field|propert|\bapi\b|operation|method|endpoint|attribute|\btype\b|example|参数|字段|属性|方法|类型|示例|接口/i,
  remedy:
    /solution|remed|handling|action|what to do|advice|suggest|measure|recover|处理|措施|建议|解决|排查|对策/i,
  meaning:
    /descri|meaning|explan|detail|reason(?![- ]phrase)|cause|message|\bwhen\b|remark|note|说明|描述|含义|解释|原因|信息|备注/i,
  number:
    /limit|quota|size|port|price|default|max|min|count|amount|version|限额|限制|配额|大小|端口|价格|默认|最大|最小|数量|版本/i,
  name: /name|title|phrase|编码|名称|名字|标题|标识/i,
};

export function headerSays(written: string): HeaderSays | undefined {
  const header = plain(written);
  const [says] = Object.entries(patterns).find(([, pattern]) => pattern.test(header)) ?? [];
  // The names are those of `patterns`.
  return (says as HeaderSays | undefined) ?? (/code|代码|码|^errors?$/i.test(header) ? 'code' : undefined);
}

/** Whether a header about retrying asks for the opposite: "do not retry", "不可重试". */
export function deniesRetry(written: string): boolean {
  const header = plain(written);
  const denied = /\b(?:no|not|non|never|without|don['’]t)\b|不|勿|禁止|无需/i.test(header);
  return denied && !/是否|能否|可否|or not/i.test(header);
}

/** Whether a table's title, or any of its headers, is about statuses of HTTP. */
export function isAboutStatuses(text: string): boolean {
  const about =
    /status\s*codes?|http\s*(status|code|response|error)|response\s*codes?|return\s*codes?|error\s*codes?|状态码|状态代码|返回码|返回值|响应码|错误码|错误代码/i;
  return about.test(plain(text));
}
