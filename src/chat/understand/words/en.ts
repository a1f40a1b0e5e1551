import type { LanguageTable } from './table.ts';

const DAYS = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const INMATE = 'inmates?|prisoners?|convicts?|maker';
const MONTHS = 'january february march april may june july august september october november december';

export const english: LanguageTable = {
  language: 'en',
  names: 'english inggris enggres',
  spellings: `
    i would: i'd
    i will: i'll
    i am: i'm im
    do not: don't dont
    does not: doesn't
    can not: can't cannot cant
    what is: what's whats
    where is: where's
    that is: that's
    it is: it's
    please: pls plz plis
    you: u
    your: ur
    thanks: thx thanx tks thankyou ty
    color: colour colours colors
    keychain: keychains
    want: wanna`,
  ending: null,
  verbs: null,
  markers: `
    i you he she it we they my your me the a an of to in on at for with and or is are am was were do does did can could
    would will have has get want need like buy give what which who where when how much many this that these those there
    here any some not no yes please thank thanks hello hi good morning afternoon evening price cost available still
    delivery deliver ship pay open close located address picture photo size color made make cancel change add remove
    status ready human person talk speak bye order one two three four five six seven eight nine ten dozen pieces packs
    stop fuck stupid tell new products correct sure how's english`,
  fillers: `
    the a an of and some i me my we us just please sir madam sister hello hi hey good morning afternoon evening ok okay
    thanks to be would will like yes so only pls am is for you`,
  ordinary: 'black having saving temple paying ships show shop craft',
  offers: 'sell have got any buy order some',
  head: 'last',
  numbers: `
    0: zero
    0.5: half
    1: one single
    2: two
    3: three
    4: four
    5: five
    6: six
    7: seven
    8: eight
    9: nine
    10: ten
    11: eleven
    12: twelve
    13: thirteen
    14: fourteen
    15: fifteen
    16: sixteen
    17: seventeen
    18: eighteen
    19: nineteen
    20: twenty
    30: thirty
    40: forty fourty
    50: fifty
    60: sixty
    70: seventy
    80: eighty
    90: ninety`,
  teen: '',
  scales: `
    100: hundred
    1000: thousand k`,
  bundles: `
    2: couple
    12: dozen dozens`,
  pieces: 'pcs pc nos piece pieces pack packs packet packets pair pairs bag bags',
  pairs: 'pair pairs',
  units: `
    m2: sqm
    dus: box boxes carton cartons
    truk: truck truckload
    palet: pallet pallets`,
  numberAfter: `shelf at size floor number counter queue this which another new price budget under room ${MONTHS}`,
  numberBefore: `inch inches days day weeks week months month years year hours hour minutes minute am pm percent grams gram oclock
    people persons kids my me of ${MONTHS}`,
  levels: '',
  levelBefore: '',
  notMeantBefore: 'not|than|instead of|in an?|(?:one|other|size) is',
  notMeantAfter: '',
  per: 'per',
  articles: 'a an another',
  pronouns: 'one',
  pronounAfter: 'the this that which first second third last next other bigger smaller',
  shelf: 'number shelf',
  addresses: 'street road block',
  otherNumbers: 'queue counter phone room order',
  placed: 'on at in',
  joins: 'and with plus',
  corrections: 'sorry mean wait actually oops make',
  all: 'all',
  additions: 'and plus also add with',
  sums: 'total',
  kinds:
    'spicy original plain sweet salty red blue green purple white black yellow pink grey brown big small large',
  shares: 'for in',
  each: 'each',
  eachOfThem: '',
  refusals: 'not without except no',
  refusalSteps: 'the want need any a like order to after into those that these',
  refusedBefore: 'instead of(?: the| a| my)?|rather than(?: the| a)?',
  refusedAfter: 'not',
  noAfter: '',
  asking: '',
  refusedTogether: 'and or',
  keptBefore: '(?:keep|leave)(?: the| my| that| those)*',
  keptAfter: 'stays?|as is|as it is|same(?: number| amount)?|(?:is|are) fine',
  struckBefore:
    '(?:not|remove|delete|drop|take out|cancel|scratch|skip|scrap|forget|stop|lose|ditch|leave out)(?: the| my| that| those)?',
  struckAfter: 'out|off',
  replaces: 'swap|replace|change|exchange|switch',
  replacedBy: 'for with to',
  nounAfter:
    'the a an this that these those another more less fewer extra small little tiny big wooden model mini miniature buy of',
  between: 'with the that those these',
  otherThingsAfter: '',
  otherThingsBefore: `
    goodie goody banana potato cassava corn tortilla taro shrimp prawn fish plastic paper sleeping tea trash garbage cruise cargo ferry`,
  lostAfter: '(?:(?:is|was|got|has|been) )*(?:lost|stolen)',
  lostBefore: '(?:left|lost|forgot)(?: my| the| a)?',
  orderTail: `for tomorrow today on with under in color name to ${DAYS.replaceAll('|', ' ')}`,
  onDuty: "(?:i ?(?:am|'?m) )?(?:here|on duty|on shift|present)(?: (?:now|today))?|reporting for duty",
  counter: {
    sell: 'sell|sold|sale',
    deliver: 'received?|delivery|delivered',
    break: 'broken|broke|damaged?|breakage',
    return: 'return|returned',
    cash: 'cash',
    qris: 'qris',
    from: 'from',
    fromBuyer: '(?:(?:from|by) )?(?:an? |the )?(?:buyer|customer|visitor)',
    toUnit: '(?:(?:back )?to )?(?:the )?(?:unit|prison)(?: .+)?',
    fillers: 'paid|by|in|with|the|a|of|please',
    cashToday: "cash today|today'?s cash|takings(?: today)?",
    stockList: '(?:show |list )?stock',
    stockTake: '(?:start |resume )?stock[ -]?(?:take|taking|count)',
    lowLevel: 'low stock|stock level|level',
    noLevel: 'none|remove|no level',
    newOrder: 'new order',
    menu: 'counter',
    skip: 'skip',
  },
  cues: {
    abuse: 'fuck|fucking|stupid|shit|bastard|asshole|bitch|moron|dumb|scammers?',
    injection:
      'ignore (?:all|previous|your|the)(?: \\S+)* (?:instructions?|rules|prompt)|system prompt|httplink|jailbreak|100% discount',
    elsewhere:
      'weather|joke|president|football|movie|homework|stock market|bitcoin|toilet|restroom|wifi|flight|hotel|taxi',
    privacy:
      '(?:delete|erase|remove|see|export|send|what)(?: \\S+){0,3} (?:my|personal) (?:personal )?(?:data|information|info)|my (?:personal )?data|data about me',
    inmate: `(?:name|who|crime|photo|picture|sentence|meet|letter|case)(?: \\S+){0,5} (?:${INMATE})|crimes?|what did (?:he|she|they) do`,
    prison: `visit(?: \\S+){0,3} (?:${INMATE})|visiting (?:hours|day|times?)|visitation|(?:send|bring|give)(?: \\S+){0,4} (?:${INMATE})|parole|remission`,
    immigration: 'passports?|visas?|kitas|immigration form|residence permit|stay permit|queue|extend my stay',
    complaint:
      'stale|broken|wrong (?:item|order|product|size|colou?r)|damaged|mou?ldy|cracked|disappointed|disappointing|rude|complain|complaint|missing|nobody (?:is|was)|waited|waiting for|got sick|threw up|scammed|late|never (?:arrived|came)|rotten|expired product',
    unsubscribe: 'unsub|unsubscribe|stop(?: sending(?: \\S+)*)?|opt out|no more (?:messages|promos?|news)',
    subscribe:
      'subscribe|(?:notify|tell|inform|message|update) me (?:\\S+ ){0,2}(?:when|if)|let me know (?:when|if)|keep me (?:posted|updated)|newsletter',
    human:
      '(?:talk|speak|chat)(?: \\S+)? (?:to|with)(?: \\S+){0,2} (?:person|human|someone|staff|agent|officer|admin)|human|real person|customer service|phone number',
    status:
      '(?:my|the) order(?: \\S+){0,3} (?:ready|done|status|finished)|(?:is|where is|track|check)(?: \\S+){0,2} my order|order status|status',
    discount: 'discounts?|cheaper|bulk|wholesale|resellers?|best price|lower (?:the )?price|bargain|promo',
    delivery: 'deliver|delivery|delivered|ship|shipping|courier|send (?:it|them) to|overseas|postage',
    payment: 'pay|paying|payment|card|cash|qris|transfer|invoice|receipt|deposit|credit card',
    photo: 'pictures?|photos?|pics?|images?',
    origin:
      'who (?:makes?|made|is making)|made by|prisoners?|inmates?|where (?:is it|are they|do they|does it|are these|is this) (?:made|come|from)|money go|program(?:me)?|prison|comes? from',
    stock:
      'available|in stock|stock|(?:still|do you|you) (?:have|sell|got)|sold out|any @|have (?:any )?@|left|restock',
    price: 'how much|price|prices|cost|costs|cheapest|expensive',
    hours: 'open|close|closed|opening|hours|what time|holiday',
    location: 'where|located|location|address|map|which floor|pick ?up (?:point|place)|how do i get',
    list: 'what (?:do|are|can)(?: \\S+){0,2} (?:sell|have|offer|selling|buy)|catalog|catalogue|products?|souvenirs?|price ?list|what is (?:for sale|on sale|new)|gifts?',
    help: 'help|how (?:does|do|can)(?: \\S+)* (?:work|order|buy|use)|what can you do|are you (?:a )?(?:bot|human|robot)|start|who are you',
    thanks: 'thanks|thank you|cheers|much appreciated',
    goodbye: 'bye|goodbye|see you|good ?night|that is all',
    greeting: 'hello|hi|hey|good (?:morning|afternoon|evening|day)|anyone there|greetings',
    wish: '(?:want|would like|need|buy|order|take|get me|give me|like|have)(?: to (?:buy|order|get|have|take))?(?: the| a| an| some| all| me| your)* [@#]|(?:want|would like|going|need) to (?:buy|order)|[@#] please|order : ,?(?: -)? [@#]',
    request: '(?:can|could|may) (?:i|we) (?:please )?(?:order|have|get|buy)(?: \\S+)? [@#]',
    notNow:
      'if(?! (?:it (?:is not|isnt)|possible|available|there (?:is|are)|you (?:have|still)))|(?:not|never)(?: \\S+)? (?:want|need|buy|order)|bought|ordered|had|# or [#0]|maybe|might|perhaps|planning to|thinking (?:of|about)|not sure|how (?:do|can|to)|free|was|were',
    cancel:
      'cancel|never ?mind|changed my mind|refund|forget (?:it|about it)|call it off|start (?:over|again)|(?:empty|clear)(?: the| my)? (?:cart|basket|order)',
    add: 'add|(?:one|#) more|more @|another|extra',
    subtract: 'reduce(?!.* to #)|(?:remove|take out|drop|delete) # @|# less|# fewer|take (?:off|away) #',
    remove:
      '(?:remove|delete|drop|take out|cancel|take off|scrap|scratch|ditch)(?: the| yang| my| that)* @|(?:take|leave|kick)(?: the| my| that)? @ (?:out|off)|leave out(?: the| my| that)? @|@ out|not (?:want|need)(?: the)? @ any ?more',
    set: '(?:reduce|increase|raise|bump|cut|lower|bring)(?: \\S+){0,4} to #|change|changed|update|make it|make that|instead',
    reschedule: 'reschedule|change (?:my |the )?(?:pick ?up|name|date|time|day)',
    halal: 'halal|pork|haram',
    pirt: 'food permit|licen[cs]ed|bpom|pirt',
    expiry:
      'expired?|expiry|expiration|best before|shelf life|how long (?:does|do|will)(?: \\S+)* (?:last|keep)',
    allergen: 'allerg\\S*|gluten|peanuts?|nuts?|dairy|eggs?|lactose|soy',
    spice: 'how spicy|is it spicy|too spicy|hot are',
    composition: 'ingredients?|contains?|preservatives?|vegan|vegetarian|msg|oil',
    size: 'sizes?|dimensions?|how (?:big|large|long|wide|tall)|measurements?',
    weight: 'weigh|weight|heavy|grams?|kilos?',
    thickness: 'thick|thickness',
    colour: 'color',
    material: 'materials?|made of|made from|leather',
    strength: 'strong|strength|durable|hold a car|load',
    contents: 'how many(?: \\S+){0,2} (?:in|per)|contents',
    variant: 'flavou?rs?|variants?|kinds?|types?|custom\\S*',
    ourStand: 'store|stand|stall|shop|pick ?up (?:my order|point)',
    inStock: 'available|in stock|still have|sold out',
    ownOrder: '(?:my|the) order',
    question:
      '\\?|how|what|which|where|when|who|why|can|could|may|do you|does|is it|is there|are there|is the|are the|any',
    yes: 'yes|yep|yeah|yup|sure|correct|right|go ahead|confirm|confirmed|ok|okay|fine|that is (?:correct|right|it)|perfect|great',
    no: 'no|nope|nah|not|wrong|later|not (?:yet|now)|incorrect|wait',
    myName: 'my name is|name is|under the name|i am|this is',
    when: `tomorrow|today|tonight|now|noon|morning|afternoon|evening|next week|${DAYS}|later today|oclock`,
  },
};
