/** What a column's header says the column holds. Documents lie; see `columns.ts`. */
export type HeaderSays = 'status' | 'code' | 'name' | 'meaning' | 'remedy' | 'number' | 'nothing';

const rules: readonly (readonly [HeaderSays, RegExp])[] = [
  [
    'code',
    /error\s*-?code|err(or)?code|错误码|错误代码|business code|业务码|error (id|type|name)|sub-?code/i,
  ],
  ['status', /http|status|response code|return code|状态码|状态代码|返回码|响应码|返回值|响应状态|状态/i],
  [
    'remedy',
    /solution|remed|handling|action|what to do|advice|suggest|measure|retry|recover|处理|措施|建议|解决|排查|对策|重试/i,
  ],
  [
    'meaning',
    /descri|meaning|explan|detail|reason|cause|message|说明|描述|含义|解释|原因|信息|备注|remark|note/i,
  ],
  [
    'number',
    /limit|quota|size|port|price|default|max|min|count|amount|version|限额|限制|配额|大小|端口|价格|默认|最大|最小|数量|版本/i,
  ],
  ['name', /name|title|phrase|reason phrase|编码|名称|名字|标题|标识/i],
  ['code', /code|代码|码/i],
];

export function headerSays(header: string): HeaderSays {
  if (/reason[- ]phrase/i.test(header)) return 'name';
  return rules.find(([, pattern]) => pattern.test(header))?.[0] ?? 'nothing';
}

/** Whether a table's title, or any of its headers, is about statuses of HTTP. */
export function isAboutStatuses(text: string): boolean {
  return /status\s*codes?|http\s*(status|code|response|error)|response\s*codes?|return\s*codes?|error\s*codes?|状态码|状态代码|返回码|返回值|响应码|错误码|错误代码/i.test(
    text,
  );
}
