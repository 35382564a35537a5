import { anyOf, pattern, type Vocabulary } from './vocabulary.js';

const raw = String.raw;
const send = anyOf(
  raw`send sends sending sent submit\w* make makes making made issu\w+ perform\w* call calls called calling post posted posting attempt\w* initiat\w+ transmit\w* invok\w+ execut\w+ run running start\w* place placed do doing done go upload\w* ask asking fetch\w* query poll\w* deliver\w* hit use`,
);
const between = raw`(?:\s+(?!${anyOf(raw`not never please and or but can may could should must be been to is are was were will would has have if when then so try trying send sent resend`)}\b)[\w'’-]+){0,5}?`;
const anew = anyOf('again once_more one_more_time anew afresh another_time a_second_time a_second_go twice');
const soon = raw`(?:later(?!\s+than)|at\s+a(?:nother|\s+later)\s+\w+|some\s+other\s+time|in\s+(?:a|some)\s+\w+|after\s+(?:some|a|the|waiting|\d+)(?:\s+\w+)?)`;

/** What a wait is made of. */
const time = raw`(?:\w+\s+){0,4}?(?:wait\w*|back\W?(?:ing\W)?off|paus\w+|delay\w*|interval\w*|time|while|moments?|few|later|seconds?|minutes?|hours?|days?|ms|\d+\s?(?:s|m|h|sec|min)?|retry-after|jitter|exponential\w*|reset\w*|window|cool\w*|period|rate|frequency|pace|speed|concurrency|patience|care|caution)\b`;
const negation = raw`(?:(?:\b${anyOf('do does did must should shall can could may might need will would is are was were has have')}\s?)?(?:\bnot\b|n['’]t\b)|\b${anyOf(
  raw`never no nor neither cannot without avoid\w* refrain\w* abstain\w* desist\w* instead_of rather_than stop\w* cease\w* quit prevent\w* prohibit\w* forbid\w* disallow\w* discourag\w* unable useless pointless futile senseless meaningless unwise unsafe inadvisable dangerous harmful needless unnecessary fruitless in_vain against hardly nothing little_(?:use|point|sense) give_up wrong non`,
)}\b)`;
const link = raw`(?:,[^,⟦]{1,40},)?(?:[\s-]+${anyOf(
  raw`to be been being ever blindly simply just then safely automatically attempt\w* try trying please any the this that it its same such an? by in from of with for clients? you your requests? operations? calls? when should must more further recommended advised advisable allowed permitted possible necessary needed required helpful useful worth makes? sense point use need reason bother\w* identical safe ok okay wise sensible unmodified unchanged original failed re-?\w+ repeat\w* or and good idea on do doing at all gain\w* benefit value avail help is are consider circumstances? case event account means may can could want wish intend\w* expected supposed keep merely again immediately instantly repeatedly frequently continuously constantly`,
)}){0,8}[\s-]*`;
const subject = raw`(?:\s+(?!${anyOf('if when until unless that which as because since while and but or so')}\b)[\w'’-]+){0,7}?`;
const condition = raw`(?:if|unless|when(?:ever)?|once(?=\s+(?:the|it|your?|an?|all|there|this|that|these|its|\w+\s+(?:is|are|has|have))\b)|provid(?:ed|ing)|assuming|until|till|(?<!\ba\s+(?:\w+\s+)?)while|whilst|as\s+(?:long|soon)\s+as|in\s+case|in\s+the\s+event|where|whether|except|depend\w*|otherwise|else|sometimes|occasionally|possibly|perhaps|subject\s+to)\b`;
const hurry = raw`\b(?:immediately|instantly|at\s+once|(?:right|straight)\s+away|repeatedly|frequently|continuously|constantly|aggressively|endlessly|forever|indefinitely)\b`;

const verbs = anyOf(
  raw`add adjust alter amend append apply approve ask assign attach authenticate authori[sz]e bind buy cancel change check choose clean clear close complete compress configure confirm connect consult contact convert correct create cut decode decrease define delete disable disconnect drop edit eliminate empty enable encode enlarge ensure enter examine exclude expand extend fill find fix format free generate get give(?!_it) go grant include increase insert inspect install investigate join lengthen limit link load log_?in look lower make mark match merge migrate modif(?:y|ied) mount move name obtain omit open pass pay perform pick populate prepare provide publish purchase put raise re-?authenticate recharge reconnect recreate rectif(?:y|ied) reduce refresh regenerate register release reload remove rename renew repair replace report request_(?:an?|the|more|access|permission) reset resize resolve restart restore review revise rotate save scale select set shorten shrink sign_?(?:in|up|on) sort specif(?:y|ied) split store submit subscribe suppl(?:y|ied) switch sync\w* terminate top_up trim truncate unbind uninstall unlock unmount update upgrade upload use validate verif(?:y|ied) visit write`,
);
const politeness = raw`(?:(?:please|kindly|first|then|next|also|simply|just|always|either|to\s+(?:fix|resolve|solve|correct)\s+(?:this|it)|(?:you|clients?|callers?|users?|the\s+\w+)\s+(?:must|should|needs?\s+to|ha(?:s|ve)\s+to|can|may)|must|should)[\s,]+)*`;
const happened = anyOf(
  raw`failed failure fails errors? denied is was are were ha(?:s|ve|d) timed time-?out not of exceeded conflict already limit operation expired reached too missing must cannot could does did do invalid unavailable in_progress exists? required refused rejected interrupted busy`,
);
const changed = anyOf(
  raw`another different other new valid correct(?:ed)? smaller fewer modified updated fixed alternative changed adjusted shorter proper appropriate (?:re)?generated amended revised`,
);
const doing = raw`(?:after|once|upon|following|by)\s+(?!wait|paus|back|sleep|delay|some|any)\w+ing\b`;
const carrier = anyOf(
  raw`please kindly simply just then one welcome it['’]s you your clients? callers? users? applications? the may can could should must might shall needs? to be want has have are is advised recommend\w* suggest\w* encourag\w* allowed permitted possible ok okay fine best safe safely it this that these those we an? also always again later try attempt\w* consider worth feel free automatically requests? operations? calls? transactions? same failed original quer(?:y|ies) messages? uploads? jobs? commands? re-?\w+ wait back off after some time few while moments? minutes? seconds? with by do so useful helpful sensible usually often for in up \d+ at_least possible`,
);
/** What may stand behind an invitation: what is sent, when, and how. */
const object = anyOf(
  raw`the this that your it its an? with after in later again using once now shortly soon requests? operations? calls? transactions? uploads? quer(?:y|ies) jobs? commands? messages? tasks? at(?=\s+(?:an?\s+(?:later|slower|lower|reduced|different_time)|any|the_earliest)) on by when immediately and or as for until every periodically all \d+\w* to failed same if within from automatically safely but because since so then exponential\w* please`,
);
/** A mention with a negation behind it, in whatever form, is no invitation. */
const denied = raw`[^.;,]*?(?:\b${anyOf(raw`not no never nor neither nothing fails? failing reject\w* den(?:y|ied) refus\w* disabled useless pointless futile vain wrong`)}\b|n['’]t\b)`;
const service = raw`(?:\w+ly\s+|too\s+|very\s+)*`;
const things = raw`(?!\s+(?:flag|state|status|bit|polic\w+|protection|rules?|times?|indicator|hours?|config\w*|settings?|parameters?|volumes?|disks?|plans?|tiers?|modes?)\b)`;

export const english: Vocabulary = {
  clause: /[,;:()–—]|\s-\s|\b(?:and|but|so|then)\b/i,
  idle: pattern(
    raw`\bif\s+(?:possible|necessary|needed|required|appropriate|desired|you\s+(?:like|want|wish))\b`,
    raw`\b(?:if|when(?:ever)?|in\s+case)\s+(?:(?:you|your\s+\w+|an?\s+\w+|the\s+\w+)\s+)?(?:gets?|receives?|sees?|encounters?|hits?)\s+(?:this|the|such|an?)(?:\s+\w+){0,2}\s+(?:error|code|status|response|message|answer)s?\b,?`,
    raw`\b(?:if|when(?:ever)?|in\s+case)\s+(?:this|the|such\s+an?)(?:\s+\w+)?\s+(?:error|code|status|response|message)(?:\s+code)?\s+(?:occurs|happens|appears|is\s+(?:returned|received|shown))\b,?`,
    raw`\bin\s+(?:this|that|such\s+a)\s+case\b,?|\buntil\s+(?:(?:it|this|the\s+request)\s+)?(?:succeeds|is\s+successful|works|completes)\b`,
  ),
  again: pattern(
    raw`\b(?:(?:non|un)-?)?re-?(?:try|tries|tried|trying|send|sends|sending|sent|submi(?:t\w*|ssions?)|issu(?:e\w*|ing)|initiat\w+|transmi(?:t\w*|ssions?)|request\w*|attempt\w*|execut\w+|invok\w+|invocations?|post(?:s|ed|ing)?|runs?|running|upload\w*|tr[iy]able|do|done|doing|deliver\w*)\b`,
    raw`\brepeat(?:s|ed|ing|able)?\b|\brepetitions?\b|\breplay(?:ing)?\s+(?:\w+\s+){0,2}requests?\b`,
    raw`\btr(?:y|ies|ied|ying)\b${between}\s+(?:${anew}|${soon})`,
    raw`\b${send}\b${between}\s+${anew}\b`,
    raw`\b(?:another|second|new|further|additional|subsequent|next|one\s+more|fresh)\s+(?:attempts?|tr(?:y|ies)|go)\b`,
    raw`\b(?:same|identical|unchanged|unmodified)\s+(?:request|call)\b|\bagain\b`,
  ),
  thing: pattern(
    raw`⟧[\s-]+(?:counts?|counter|limits?|polic\w+|quota|budget|mechanism|intervals?|strateg\w+|config\w*|settings?|parameters?|token|id|headers?|option|rules?|flag|fields?|queue|topic|logic|delay|period|window|button|times?|number|time-?out|keys?|element)\b|⟧-after\b`,
    raw`\b(?:number|count|maximum|max|limit|amount|total)\s+(?:number\s+)?(?:of\s+)?(?:\w+ed\s+)?⟦`,
    raw`\b(?:log(?:ged)?|sign(?:ed)?|in|on|authenticat\w+|authori[sz]\w+|available|up|online|back|work\w*|fail\w*|occurs?|happens?|appears?|generat\w+|obtain\w*|is|be|becomes?|reachable|check\w*|enter\w*)\s+⟦again⟧`,
  ),
  persists: pattern(
    raw`\b(?:if|when|should|in\s+case)\b[^⟦]*\b(?:persists?|continues?|still|remains?|keeps?|recurs?|(?:multiple|several|repeated)\s+\w+|(?:does|do|did)(?:n['’]t|\s+not)\s+(?:help|work|succeed|resolve|go\s+away))\b[^⟦]*⟦`,
    raw`\b(?:if|when)\s+(?:\w+\s+){0,4}⟦[^⟧]*⟧[^,.;]*(?:fail\w*|\bnot\b|n['’]t|unsuccessful|in\s+vain)`,
    raw`\b(?:after|despite)\s+(?:\w+\s+){0,2}⟦(?:retries|[^⟧]*attempts|repeated)⟧`,
  ),
  not: pattern(
    raw`${negation}${link}⟦[^⟧]*⟧`,
    raw`⟦(?:non|un)[^⟧]*⟧`,
    raw`⟦[^⟧]*⟧(?:,\s*(?:however|though|unfortunately),)?${subject}\s+(?:will|would|does|do|is|are|was|can|could|may|should|must|shall|has|have|makes?|gives?|brings?|serves?|produces?|results?|leads?|fails?|achieves?)\b(?:(?!\b(?:if|when|until|unless)\b)[^.;,]){0,40}?(?:\bnot\b|n['’]t\b|\b(?:never|no|nothing|useless|pointless|futile|fail\w*|same|vain|worse\w*|harm\w*|forbidden|prohibited|disallowed|discouraged|unnecessary|needless|senseless|meaningless|disabled|wrong|unlikely|hardly|little|reject\w*|refus\w*|block\w*|bann\w*|ignor\w*|den(?:y|ied)|duplicat\w*|impossible|cannot)\b)`,
    raw`⟦[^⟧]*⟧\s*(?:[:=]\s*(?:no|n|false|never)|forbidden|prohibited|disallowed|discouraged|pointless|useless|futile|impossible|unnecessary|fails?|cannot|won['’]t|(?:the\s+request\s+)?in\s+vain)\b`,
  ),
  haste: pattern(
    raw`${hurry}[\s\w]{0,12}⟦`,
    raw`⟧[^.;,]{0,40}?(?:${hurry}|\btoo\s+(?:often|soon|quickly|fast|many\s+times|frequently)|\bso\s+(?:quickly|often|soon)|\bin\s+a\s+(?:tight\s+)?loop|\bmore\s+(?:often|frequently|than)|\bwithout\s+(?:\w+\s+)?(?:wait\w*|back\W?off|delay\w*|paus\w*)|\b(?:until|before)\s+${time})`,
  ),
  condition: pattern(
    raw`(?:^|[,;:(–—]\s*|\b(?:and|but|so|then)\s+)\s*(?:only\s+|even\s+|however,?\s+)?${condition}[^⟦]*⟦`,
    raw`\b(?:if|unless|whether|otherwise|depend\w*|possibly|perhaps|sometimes)\b[^⟦,;]*⟦`,
    raw`\bonly\b[^⟦,;]*⟦(?![^⟧]*⟧[^.;]*\b(?:after|with)\s+${time})`,
    raw`⟧(?:(?!\s(?:and|but|or)\s)[^,;.])*?\b(?:${condition}|only\b(?!\s+(?:once|after|with))|(?<!-)(?:after|upon|following)\s+(?!${time}))`,
    raw`⟧[^.;,]*,\s*(?:but\s+)?(?:only\s+)?${condition}(?![^.;]*\b(?:persists?|continues?|still|remains?|keeps?|recurs?|repeated))[^,.;]*$`,
  ),
  order: pattern(raw`^${politeness}(?:be\s+)?${verbs}\b(?!\s*:|\s+${happened}\b)`),
  pacing: pattern(
    raw`^${politeness}(?:wait|pause|back\W?off|slow|sleep|be\s+patient|hold\s+on|come\s+back|check\s+back|allow|delay|spread|stagger|space\s+out|exponential)\b`,
    raw`^${politeness}(?:reduce|lower|decrease|limit|control|throttle|cut|keep)\b.*\b(?:rate|frequency|pace|speed|concurrency|(?:number|amount)\s+of\s+(?:\w+\s+)?(?:requests|calls)|traffic|load|requests|calls)\b`,
    raw`^${politeness}\w+\b.*(?:\bback\W?off\b|\bretry-after\b|\bjitter\b|ratelimit)`,
  ),
  wait: pattern(raw`^(?:after|with|within|in|using|by|only\s+after)?\s*${time}|${hurry}|^(?:once|as\s+is)\b`),
  statement:
    /\b(?:is|are|was|were|has|have|had|failed|cannot|could|did|does|will|occurred|timed|expired)\b|^(?:the|an?|this|your|our)\b/i,
  joined: /\b(?:and|then)\s+(?:then\s+|please\s+|simply\s+)?⟦(?!\w*(?:ed|sent|ing)\b)/i,
  change: pattern(
    raw`(?<!\bserver\s+)\b(?:must|should|needs?\s+to|ha(?:s|ve)\s+to|ought\s+to|required\s+to|shall|necessary\s+to)\s+(?:first\s+)?(?:be\s+)?${verbs}(?:d|ed)?\b[^⟦]*⟦`,
    raw`^(?!.*\b(?:wait|back\W?off|delay|pause|retry-after|cool)).*\b(?:before|prior\s+to)\s+(?:you\s+(?:can\s+|may\s+)?|the\s+client\s+|it\s+(?:can|may)\s+be\s+|being\s+|attempting\s+to\s+|any\s+|a\s+)?⟦`,
    raw`⟧[^.;]{0,60}?\b(?:with|using|via|against)\s+(?!(?:the\s+)?(?:same|caution|care)\b|${time})`,
    raw`⟦[^⟧]*\b${changed}\s+(?!attempt|tr(?:y|ies)\b|go\b|time)|⟧[^.;]{0,60}?\b${changed}\b(?!\s+(?:attempt|time|\w*\s*rate))`,
    raw`⟧[^.;]{0,30}?\b${doing}|\b${doing}[^⟦]*⟦`,
    raw`⟧[^.;]{0,30}?\b(?:after|upon|following)\s+(?:the\s+|your\s+)?(?:payment|authentication|login|verification|approval|correction|modification|change|update|top-?up|renewal)\b`,
  ),
  or: /\bor\s+(?:else\s+)?(?:please\s+|simply\s+|just\s+)?⟦/i,
  invites: pattern(
    raw`(?:^|[,;:(–—.-]|\b(?:and|or|so|but|then|therefore|thus|hence|please|because|since|as)\b)(?:\s*${carrier}\b){0,14}\s*(?<!\b(?:is|are|was|were|been|gets?|an?|the)\s+(?:\w+ly\s+)?)⟦(?!${denied}|retries⟧\s|[^⟧]*⟧\s+(?!${object}\b)\w|\w+ing⟧\s|[^⟧]*\sattempts?⟧|[^⟧]*tion⟧)`,
    raw`\b(?:clients?|callers?|you|recommend\w*|consider|suggest\w*|advise\w*|try|worth|best\s+to|safe)\s+(?:an?\s+)?⟦`,
    raw`\b(?:wait|back\W?off|delay\w*|paus\w+|retry-after)\b[^⟦]*\b(?:before|between|when|while|until|to)\s+(?:(?:you|your|all|the|any|each|client|to)\s+)*⟦`,
    raw`\b(?:is|are|be|as)\s+(?:\w+ly\s+)?⟦[^⟧]*able⟧|^\s*⟦[^⟧]*able⟧`,
    raw`⟧(?:\s+[\w'’-]+){0,4}?\s+(?:is|are|may|can|should|might|could|will|usually|often|generally|normally)\s+(?:(?:be|usually|often|then|also)\s+)*(?:possible|recommended|advised|advisable|safe|allowed|permitted|ok|okay|fine|appropriate|encouraged|suggested|worthwhile|succeed|helps?|works?|successful|performed|made|attempted|resolves?|fix\w*|useful|sensible)\b`,
    raw`⟧\s*(?:[:=]\s*(?:yes|y|true|ok)|recommended|advised|possible|allowed)\b`,
  ),
  lasting: pattern(
    raw`(?<!\b(?:not|non|never)[\s-]+(?:\w+\s+)?)\b(?:permanent(?:ly)?|irrecoverabl[ey]|unrecoverabl[ey]|discontinued|decommissioned|end[-\s]of[-\s]life|no\s+longer\s+(?:available|supported|offered|exists?|provided|served))\b`,
  ),
  states: {
    throttle: pattern(
      raw`(?<!\bnot\s)\b(?:throttled|rate[-\s]limited)\b${things}|^throttling(?:\s+user)?$|\bthrottling\s+(?:exception|error|occurred)\b|\bslow\s?down\b`,
      raw`\b(?:due\s+to|because\s+of|by)\s+(?:\w+\s+)?(?:throttling|rate[-\s]limit(?:s|ing)?)\b${things}`,
      raw`\btoo\s+(?:many|frequent)\s+(?:\w+\s+){0,2}?(?:requests|calls|queries)\b(?!\s+(?:in|per)\s+(?:the|an?|one|this|each)\s+(?:batch|body|request|transaction|array|list|file))`,
      raw`\b(?:requests?|calls?|calling)\s+(?:(?:are|is|were|was|sent|made|coming)\s+)*too\s+(?:often|frequent(?:ly)?|fast|quickly|many)\b`,
      raw`\b(?:rate|request|frequency|qps|tps|concurrency|throttling|call)s?[\w\s-]{0,20}?\b(?:limit|threshold|rate)s?\s+(?:(?:is|was|has\s+been|have\s+been|are)\s+)?(?:exceeded|reached|hit)\b`,
      raw`\bexceed\w*\s+(?:[\w'’]+\s+){0,4}?(?:rate|frequency|qps|tps|throttling|requests?)\s+(?:\w+\s+)?(?:limit|threshold|quota|rate)\b`,
    ),
    busy: pattern(
      raw`\b(?:is|are|was|were|too|very|system|server|service|network|database|backend|cluster|host)\s+${service}(?:busy|overload(?:ed)?)\b${things}|^(?:too\s+)?busy\W*$|^overloaded\b`,
      raw`\bunder\s+(?:heavy|high|excessive)\s+load\b|\b(?:heavy|high|excessive)\s+(?:server\s+|system\s+)?load\b|\b(?:over|at(?:\s+full)?)\s+capacity\b`,
    ),
    passing: pattern(
      raw`(?<!\bnot\s)\b(?:temporarily|momentarily)\s+(?:[\w-]+\s+){0,2}?(?:unavailable|unable|down|unreachable|inaccessible|offline|overloaded|busy|interrupted|closed|out\s+of\s+(?:service|order|capacity)|not\s+(?:available|able|reachable|accessible))\b`,
      raw`\b(?:unavailable|down|unreachable|closed|offline|inaccessible)\s+(?:temporarily|momentarily|for\s+a\s+(?:moment|while|short\s+time))\b`,
      raw`(?<!\b(?:not\s+an?|not|no|non)[\s-])\b(?:temporary|transient|momentary|passing|intermittent)\s+(?:\w+\s+)?(?:faults?|failures?|errors?|problems?|outages?|issues?|overload\w*|unavailability|condition|maintenance|interruption|glitch)\b`,
    ),
  },
};
