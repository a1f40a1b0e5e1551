### English. What is set in bold stands between **two stars**.

## Greetings and help

welcome =
    { $sample ->
        [yes] Welcome to **{ $stand }**. This is a sample stand: its prices, address and hours are not real yet.
       *[no] Welcome to **{ $stand }**.
    }
    Here you can look at what Warga Binaan make, ask about it and { $stage ->
        [interest] note your interest. Nothing is for sale yet.
        [preorder] pre-order, without paying now.
       *[selling] order.
    }
    Just write what you are looking for, such as “2 tempe chips and 1 keychain”.
help =
    **What I can help with**
    • See the products: write “what do you have” or the number on the shelf.
    • Ask about price, stock, size, ingredients, origin, location, hours or payment.
    • Order: “2 tempe chips and 1 keychain”.
    • See or cancel your orders: /orders
    • What is kept about you: /privacy
    I am an automatic assistant; the stand's staff prepare the orders. Untuk Bahasa Indonesia, ketik /indonesia.
hello = Hello!
foreign = Hello! I can answer in English and Indonesian. You can also just choose what is under a picture.
hello-again = Hello! Let's go on.
talk-thanks = You're welcome, happy to help.
talk-goodbye = Thank you for stopping by. See you!
talk-subscribe = Thank you for your interest. News about products can't be subscribed to here yet; do come by again.
talk-unsubscribe = All right. You are not subscribed to anything from us, so there is nothing to stop.
talk-abuse = I'm sorry if my answer was not what you needed. I can help with the stand's products.
talk-inmate_info = I'm sorry, we don't share anything personal about Warga Binaan. What I can say: this product is made in the skills programme of its unit.
talk-oos_immigration = For passports, visas and queue numbers, please ask at the immigration information counter. There is no need to send a passport or NIK number here.
talk-oos_prison = For visits or parcels, please ask the visiting service of the prison. Here I only look after the stand's products.
talk-out_of_scope = That is outside what the stand does. If it's about the products on display, I'm glad to help.
not-understood = Sorry, I didn't get that. Could you put it in other words, or choose below?
not-understood-again = Sorry, I still don't get it. The stand's staff in the lounge can help you directly; or choose one of these.
# Put together by a language model from what is known; only where the office has set one.
advice =
    { $answer }

    This answer was put together automatically from what is known here. If in doubt, the staff are glad to help.
answer-unclear = Sorry, I didn't understand that answer.
unsupported =
    { $what ->
        [voice] Sorry, I can't listen to voice messages yet. Could you write it?
        [sticker] Nice sticker! If you're looking for something, just write it.
        [location] Thank you, but your location is not needed. Orders are picked up in place.
        [call] Sorry, I can't take calls here. Please write.
       *[other] Sorry, I can't read that kind of message yet. Could you write it?
    }
photo-received = Thank you for the photo. I can't read pictures yet; could you write what you are looking for?
edited = I don't read edited messages again. If something changed, just write it once more.
old-button = That choice is no longer valid. This is what you can choose now:
toast-old-button = This button is no longer valid.
identity-number = There is no need to send an ID or passport number here, and I did not keep it. If you want to ask or order something, please write it again without the number.
too-long = That message is too long for me. Could you shorten it and send it again? Nothing was recorded.
language-set = All right, we'll use English.
nothing-asked = All right. Would you like to see the products or order something? Just write.
all-right = All right, no problem.
## Talking to a person

talk-wanted =
    All right, I have told the staff; they will answer in this chat.{ $hours ->
        [none] {""}
        [closed] { " " }The stand is closed today, so it may take a while.
       *[other] { " " }The stand is closed right now (today { $hours }), so it may take a while.
    } Meanwhile I am still here to help.
talk-nobody = You can find the staff at the stand in the lounge during opening hours. If there is something I can answer first, just write it here.
talk-already = A member of staff is in this chat already. Just write.
talk-begun = You are now talking with **{ $who }**. I will keep quiet; just write.
talk-says =
    **{ $who }**
    { $text }
talk-ended = { $who } has finished here. I am back to help.
talk-left = All right, let's go on. What can I do for you?
talk-ran-out = { $who } is no longer in this chat, so I will go on.
talk-over-already = The talk with the staff is over already.
complaint-sent =
    We are sorry about this. { $code ->
        [none] I have passed your complaint on to the staff; they will answer in this chat.
       *[other] I have passed your complaint on to the staff together with order **{ $code }**; they will answer in this chat.
    }{ $hours ->
        [none] {""}
        [closed] { " " }The stand is closed today, so it may take a while.
       *[other] { " " }The stand is closed right now (today { $hours }), so it may take a while.
    }
complaint-nobody = We are sorry about this. Please tell the staff at the stand and show your order code, so that it can be put right.

## Questions to the staff

question-subject =
    { $subject ->
        [size] size
        [weight] weight
        [thickness] thickness
        [colour] colour
        [material] material
        [strength] strength
        [contents] contents
        [composition] ingredients
        [halal] halal status
        [pirt] P-IRT number
        [expiry] expiry date
        [allergen] allergens
        [spice] spiciness
        [price] price
        [discount] discount
        [stock] stock
        [origin] origin
        [photo] picture
        [delivery] delivery
       *[payment] payment
    }
question-about =
    { $name ->
        [none] { $about }
       *[other] { $about } of **{ $name }**
    }
question-sent =
    { $unit ->
        [none] I have asked the staff at the stand. Their answer will come to this chat.
       *[other] I have asked the staff of { $unit }. Their answer will come to this chat.
    }
question-waits = I have asked that already; we are waiting for the staff's answer.
question-too-many = A few of your questions are still waiting for an answer. Let's wait for those first.
question-nobody = There is no member of staff whom I could ask from here right now. Please ask at the stand.
question-answered =
    Answer of { $from ->
        [none] the stand's staff
       *[other] the staff of { $from }
    } about the { $about }:
    { $answer }
text-in-language = { $text } (written in { $language })

which-notice = For which order?
which-choice = Which one do you mean?
storage-down = Sorry, the stand can't record anything right now. Your message was not saved; please try again in a moment.
storage-down-kept = Sorry, the stand cannot store anything right now. Your message will be read as soon as it can; no need to send it again.
late = Sorry, your message from { $time } has only just reached me.
late-undone = Sorry, your message from { $time } has only just reached me, so I have changed and noted nothing. If you still want it, please send it once more.

## Products

sample-of = { $text } (sample)
products-head = **Products at the stand**
units-head = Products of which unit?
kinds-head = Which kind would you like to see?
unit-head =
    **{ $unit }**
    { $about }
kind-head = **{ $kind }**
product-line = { $number }. { $name } – { $prices } · { $unit }
product-more = { $prices } · { $unit }
product-card =
    **{ $name }** · no. { $number }
    { $unit }

    { $prices }
    { $availability }
product-gone = a product that is no longer shown
product-gone-sorry = Sorry, that product is no longer at the stand.
nothing-here = There are no products here yet.
price-confirmed = { RUPIAH($amount) }
price-sample = { RUPIAH($amount) } (sample)
price-unknown = price to be confirmed by staff
price-display = on display, not for sale yet
price-from = from { $price }
price-per-unit = { $price } per { $unit }
price-variant = { $name }: { $price }
# What a language model is told of how a product is had.
advice-mode =
    { $mode ->
        [display] only to be looked at on the stand
        [ready] can be taken along from the stand
        [preorder] made first, then picked up
       *[quote] the unit makes an offer first
    }
availability-ready =
    { $name ->
        [none] { $qty ->
            [0] Out of stock at the stand
           *[other] In stock at the stand: { $qty }
        }
       *[other] { $name }: { $qty ->
            [0] out of stock
           *[other] { $qty } in stock
        }
    }
availability-preorder =
    { $days ->
        [0] Made after you order; staff confirm how long it takes
        [one] Made after you order, in about { $days } day
       *[other] Made after you order, in about { $days } days
    }
availability-quote = The unit quotes price and date
availability-display = To look at for now, it can't be ordered yet
story =
    **{ $name }**
    { $story }
facts-head = **{ $name }**
fact-line = { $attribute }: { $value }
fact-unknown = not known yet
attribute =
    { $attribute ->
        [size] Size
        [weight] Weight
        [thickness] Thickness
        [colour] Colour
        [material] Material
        [strength] Strength
        [contents] Contents
        [composition] Composition
        [halal] Halal
        [pirt] P-IRT
        [expiry] Best before
        [allergen] Allergens
        [spice] Spiciness
       *[other] Details
    }

## Questions and answers

price-answer = **{ $name }**: { $prices }
discount-answer = The price of **{ $name }** is the same for everybody: { $prices }. For large quantities please ask the stand's staff.
stock-answer = **{ $name }**: { $availability }
origin-answer = **{ $name }** is made by Warga Binaan at { $unit }. { $story }
origin-all =
    Everything here is made by Warga Binaan (people in custody) at:
    { $units }
photo-answer = Here is a picture: **{ $name }**
photo-none = Sorry, there is no picture of **{ $name }** yet.
fact-known = { $attribute } of **{ $name }**: { $value }
fact-not-known =
    We have nothing certain on the { $attribute ->
        [size] size
        [weight] weight
        [thickness] thickness
        [colour] colour
        [material] material
        [strength] strength
        [contents] contents
        [composition] ingredients
        [halal] halal status
        [pirt] P-IRT number
        [expiry] expiry date
        [allergen] allergens
        [spice] spiciness
       *[other] details
    } of **{ $name }** yet, and would rather not guess. Shall I ask the staff?
variants-answer = **{ $name }** comes as: { $names }.
variants-one = **{ $name }** comes in one kind only.
unmet-wish = Sorry, nobody here makes that yet. Thank you for asking; I have noted the wish. This is what there is:
which-meaning = Sorry, I am not sure what you mean. Which one is it?
ask-more-or-all = There are some in the cart already. { $line }: which do you mean?
meaning =
    { $intent ->
        [ask_price] The price
        [ask_stock] The stock
        [ask_photo] A picture
        [ask_discount] A discount
        [ask_spec] Size and features
        [ask_ingredients] Ingredients and halal
        [ask_origin] Who makes it
        [place_order] Order
        [list_products] See the products
        [ask_location] Location
        [ask_hours] Opening hours
        [ask_payment] How to pay
        [ask_delivery] Delivery
        [order_status] My orders
        [cancel_order] Cancel an order
        [change_order] Change the cart
        [privacy_request] My data
        [help] Help
       *[talk_to_human] Talk to the staff
    }{ $name ->
        [none] {""}
       *[other] { ": " }{ $name }
    }
which-product = About which product?
place-answer =
    **{ $place }**
    { $address }
place-others = Some products are picked up elsewhere:
hours-answer = Opening hours of **{ $place }**:
hours-day =
    { $hours ->
        [none] { $day }: **{ $place }** is closed.
       *[other] { $day }: **{ $place }** is open { $hours }.
    }
hours-closed = closed
hours-unknown = The opening hours are not known yet.
payment-unknown = How to pay is still being agreed. You can order now; staff will tell you at pick-up.
delivery-unknown = For now orders are picked up in person. There is no arrangement for delivery yet.

## The cart

ask-add = Shall I put { $line } in your cart?
button-add = Yes, put it in

ask-quantity = How many **{ $name }** would you like ({ $unit })?
ask-variant = Which **{ $name }**?
repeated = This is your last order ({ $code }) once more:
repeat-none = There is no earlier order in this chat. What would you like?
order-what = What would you like to order?
change-what = Which one would you like to change?
line = { $qty } × { $name }
line-priced = { $line } – { $price }
cart-head = **Your cart**
cart-line = • { $line } – { $price }
cart-empty = Your cart is empty.
cart-new = The earlier cart is done with, so this is a new one.
cart-cleared = All right, the cart is empty now.
ask-clear-cart = Empty the cart, or do you want to cancel an order?
only-display = **{ $name }** is only on display and can't be ordered yet. You are welcome to look and ask.
quantity-whole = **{ $name }** is counted in whole { $unit }. How many?
quantity-positive = It takes at least one **{ $name }**. How many would you like?
quantity-too-many = That's a lot! One order takes at most { $max } **{ $name }** ({ $unit }). How many would you like?
converted =
    { $qty } { $unit ->
        [m2] m²
        [m3] m³
        [dus] { $qty ->
            [one] box
           *[other] boxes
        }
        [kg] kg
       *[other] { $unit }
    } of **{ $name }** are about { $pieces } × { $saleUnit }.
cart-has-fewer =
    { $qty ->
        [0] There is no **{ $name }** in the cart, so there is nothing to take off.
       *[other] The cart has only { $qty } × { $unit } of **{ $name }**. How many would you like?
    }
quantity-other-unit = We count **{ $name }** by { $unit }. About how many ({ $unit })?
stock-none = Sorry, **{ $name }** is out of stock at the stand.
stock-short = Sorry, there are only { $left } **{ $name }** left at the stand ({ $unit }).
nothing-ordered-yet = Nothing has been ordered yet.

## Up to the confirmation

ask-pick-up = { $items }: picked up at { $place }. When would you like to pick it up?
ask-come-back =
    Still to be made at { $unit }: { $items }{ $days ->
        [0] .
        [one] , in about { $days } day.
       *[other] , in about { $days } days.
    } Pick-up is at { $place }. Are you coming back here, and on which day?
pick-up-now-at = now, at { $place }
pick-up-on-at = { $place }, { $day }
pick-up-later-at = { $place }, we'll tell you when it is ready
pick-up-not-now = Sorry, { $place } is closed right now.
pick-up-day-needed = It is in stock, so please just choose a day.
pick-up-past = That day has passed.
pick-up-too-far = Please choose a day within the next { $days } days.
pick-up-too-early = That day is too early. The first possible one is { $day }.
pick-up-closed = Sorry, { $place } is closed on { $day }.
ask-name = What name is the order for?
name-unclear = Sorry, I couldn't read the name. A first name is enough, at most { $max } letters.
why-phone = So that the staff can reach you if something about the order changes. It is optional, and used for this order only.
why-name = So that the staff know whose order it is when it is picked up. A first name is enough.
quote-waits = There is a quote waiting for your answer. Do you accept it?
ask-phone = A phone number, in case we need to reach you? You can skip this.
phone-unclear = That number doesn't look complete. For example: +62 812 3456 7890. You can also skip this.
phone-not-needed = Thank you, your number isn't needed yet and I did not keep it.
summary-head = **Your order**
summary-head-interest = **Your interest**
summary-quote = { $place }; the unit quotes price and day first
summary-name =
    { $phone ->
        [none] Name: { $name }
       *[other] Name: { $name }, { $phone }
    }
privacy-notice = Your data: { $keeper } Details: /privacy
ask-confirm = Is this right?
ask-confirm-interest = Nothing is for sale yet; this is only noted as interest. Note it?
confirm-still-open = Your order is still waiting for your confirmation.
changed-meanwhile = Something at the stand changed since that summary. This is how it is now:
summary-newer = Your cart changed since that summary. This is how it is now:
not-confirmed = All right, nothing is ordered yet. What would you like to change?
nothing-to-confirm = Nothing is waiting for confirmation. If you pressed already, the order has been placed.
order-placed =
    Thank you, your order has been placed.

    { $slip }

    Please show the code when you pick it up.
interest-recorded = Thank you, your interest has been noted. Nothing is for sale yet, so nothing was ordered.
total = Total: **{ RUPIAH($amount) }**
total-partly = Total: **{ RUPIAH($amount) }**, plus what staff still confirm the price of
total-open = Total: price to be confirmed by staff

## Orders

slip-head =
    Code **{ $code }**
    Name: { $name }
slip-payment =
    { $status ->
        [paid] Paid{ $method ->
            [cash] { " " }in cash
            [qris] { " " }by QRIS
           *[none] {""}
        }
       *[unpaid] Not paid yet
    }
part-head = **{ $unit }**
part-where = Pick-up: { $where }
part-status = Status: { $status }
part-quote = The unit's quote: **{ RUPIAH($amount) }**
part-quote-until = The unit's quote: **{ RUPIAH($amount) }**, valid until { $until }
part-state =
    { $state ->
        [new] waiting for the unit's answer
        [quoted] waiting for your answer to the quote
        [accepted] accepted, being made
        [made] made, on its way to the pick-up place
        [ready] ready to pick up
        [collected] picked up
        [rejected] cannot be fulfilled
        [cancelled] cancelled
       *[expired] ended because time ran out
    }
my-orders-head = **Your orders**
my-interests = **Interest you noted**
order-line =
    { $code } – { $items } – { $state ->
        [open] in progress
        [ready] ready to pick up
        [done] done
       *[closed] ended
    }
order-more =
    { $items } – { $state ->
        [open] in progress
        [ready] ready to pick up
        [done] done
       *[closed] ended
    }
no-orders = There are no orders from this chat yet.
order-unknown = There is no order with that code in this chat. Please check the code.
cancelling = Yes. Until it is made, an order can be cancelled under “My orders”; goods from the stand's stock, until they are picked up.
ask-cancel = Cancel { $items } of order { $code }?
cancelled = All right, { $items } of order { $code } has been cancelled.
cannot-now = Sorry, that is no longer possible. It now stands at: { $status }.
quote-taken =
    { $from ->
        [stock] Good, noted like that. It is ready to be picked up.
       *[made] Thank you, the quote is accepted. The unit starts working on it.
    }
quote-declined = All right, the quote for order { $code } is declined and that part is cancelled.
quote-lapsed = Sorry, that quote is no longer valid. Look at your orders for the latest.
unit-cancelled = Order **{ $code }** ({ $name }) was cancelled by the visitor: { $items }.
unit-quote-taken =
    { $from ->
        [stock] The proposal for **{ $code }** ({ $name }) was agreed to: { $items }. It is ready to be handed over.
       *[made] The quote for **{ $code }** ({ $name }) was accepted: { $items }. Please go ahead.
    }
unit-quote-declined = The quote for **{ $code }** ({ $name }) was declined by the visitor: { $items }.

## Personal data

privacy =
    **What is kept about you**
    Name: { $name }
    Phone number: { $phone }
    Orders: { $orders }
    Chats: { $channels }

    { $keeper }
    What you write is not kept, except what goes to the staff: questions, complaints and talks with them. The units' staff see a first name, the code and what was ordered; a phone number only when they ask for it here, and that is recorded.
privacy-advice = A question that I do not understand may be passed to a language model service that this office has chosen, to word an answer from what is known here. Numbers, codes and names of people are masked first as far as they are recognised; the data above are not sent.
not-kept = not kept

## One's own data: to see and to erase

button-my-data = All my data
button-erase = Erase my data
name-not-kept = (name no longer kept)
account =
    **Everything that this stand keeps about you**
    Name: { $name }
    Phone number: { $phone }
    Language: { $language ->
        [id] Indonesian
        [en] English
       *[other] { $language }
    }
    Known since: { $since }
    Chats: { $chats }
    Cart: { $cart }
    Interest noted: { $interests }
    Questions to the staff: { $questions }
    Talks with the staff: { $talks }
    Messages of ours whose text is still kept: { $messages } (removed after 30 days)
    Orders: { $orders }
account-order = { $code }, { $date }, under the name { $name }: { $items }
account-file = All of it as a file (to be downloaded once, within { $minutes } minutes; please do not pass it on): { $link }
erase-ask =
    **Erase all your data?**

    Gone for good: your name, phone number, the addresses of your chats on every connected channel, the cart, this chat as kept by us, and your words that were passed on to the staff.
    What stays, without name and number: goods, quantities, money and the codes of orders that have ended. The stand has to be able to account for them.

    Messages that have already reached your phone and those of the staff cannot be taken back by us; they can be deleted there. After this we no longer know you, and it cannot be undone.

    { $keeper }
button-erase-sure = Yes, erase my data
button-erase-not = Never mind
erase-done = All right. Your data will be erased within a few minutes, and this message is the last. Thank you for coming by; if you write again, we welcome you as a new guest.
erase-open-orders = Your order is still under way, so its data are needed for the goods to reach you. Please cancel it, or pick it up first, and then write “erase my data” again. What cannot be cancelled here can be talked over with the staff:
erase-button-cancel = Cancel { $code } ({ $unit })
erase-works = You are still on the staff of this stand. Please ask the admin to end your role first, then write “erase my data” again.

## The file of one's own data

page-own-data = Your data at this stand
page-own-data-text = This file holds everything that the stand keeps about you. The link is for you only and works once.
page-own-data-button = Download the file
page-own-data-over = This link was used, has run out, or is not complete. Write “my data” in the chat for a new one.
page-own-data-script = This page needs JavaScript to read its link.

## One person on two channels

channel-telegram = Telegram
channel-web = the web
channel-whatsapp-web = WhatsApp
channel-whatsapp-cloud = WhatsApp
channel-same = the other chat
connect-code =
    To have the same cart and orders in another chat of yours, send this code from there:

    **{ $code }**
    { $links ->
        [none] {""}
       *[other]
            { "" }
            Or open from there:
            { $links }
    }

    The code works for ten minutes and only once. Do not give it to anyone: whoever uses it sees your orders, too.
connect-unknown = I do not know that code. You can ask for a new one in your other chat with /connect.
connect-over = That code has been used, or its ten minutes are over. You can ask for a new one in your other chat with /connect.
connect-own-code = This code was made here. Please send it from your other chat.
connect-already = These two chats are connected: they have the same cart and orders.
connect-ask =
    This code comes from a chat on { $where }{ $name ->
        [none] {""}
       *[other] {" "}in the name of { $name }
    }. Once connected, both chats have one cart and the same orders, and show them.

    Only go on if that chat is your own.
connect-two-carts =
    There is a cart in both chats:
    • here: { $here }
    • on { $where }: { $there }

    Which one shall it be?
connect-button = Yes, connect them
connect-button-here = The cart here
connect-button-there = The cart on { $where }
connect-button-both = Put both together
connect-button-not = No, not mine
connect-done = This chat is now connected with yours on { $where }. Cart and orders are the same in both.
connect-told = This chat is now connected with yours on { $where }: cart and orders are the same in both. If it was not you who connected them, please talk to the staff at once.

## Buttons

# Opens a list where a channel shows choices in one; 20 characters at most.
choices-open = Choose
choices-write = Write “{ $label }”
button-products = See products
button-by-unit = By unit
button-by-kind = By kind
button-order = Order
button-want = I'm interested
button-story = How it's made
button-facts = Details
button-cart = Cart
button-checkout = Check out
button-less = − { $name }
button-more = + { $name }
button-clear = Empty the cart
button-clear-sure = Yes, empty it
button-take-left = Take { $left }: { $name }
button-take-out = Take out { $name }
button-now = Now
button-when-ready = Tell me when it's ready
button-skip = Skip
button-share-phone = Share my number
button-confirm = Yes, order
button-confirm-interest = Yes, note it
button-change-cart = Change items
button-change-pick-up = Change pick-up
button-change-name = Change name
button-change-phone = Change number
button-my-orders = My orders
button-ask-staff = Ask the staff about the { $about }
button-connect-chat = Go on in another chat
button-ask-person = Talk to the staff
button-leave-talk = Back to the assistant
button-in-all = { $qty } in all
button-that-many-more = { $qty } more
button-place = Location
button-hours = Opening hours
button-cancel = Cancel ({ $unit })
button-cancel-sure = Yes, cancel
button-keep = No, keep it
button-take-quote = Accept quote ({ $unit })
button-decline-quote = Decline quote ({ $unit })

## Days

moment = { $day } at { $hour }:{ $minute }
day-today = today, { DATETIME($day, weekday: "long", day: "numeric", month: "long") }
day-tomorrow = tomorrow, { DATETIME($day, weekday: "long", day: "numeric", month: "long") }
day = { DATETIME($day, weekday: "long", day: "numeric", month: "long") }
day-of-year = { DATETIME($day, weekday: "long", day: "numeric", month: "long", year: "numeric") }

## The command menu

command-products = See products
command-cart = Your cart
command-orders = My orders
command-help = Help
command-privacy = My data
command-language = Bahasa Indonesia

### Sentences for the units' staff, the stand keepers and admins, and their news for visitors.

not-yours = Sorry, this choice is only for the staff who look after it.

## The card of an order

card-head = **{ $code }** · { $name } · { $unit }
card-head-new = **New order { $code }** from { $name } for { $unit }
card-head-stock = **{ $code }** from { $name }: stock of { $unit } at the stand. For your information, no answer needed.
card-wish = The visitor would like it: { $day }
staff-state =
    { $state ->
        [new] waiting for an answer
        [quoted] quote sent, waiting for the visitor
        [accepted] accepted, being made
        [made] made
        [ready] ready to collect
        [collected] handed over
        [rejected] declined
        [cancelled] cancelled
       *[expired] its time ran out
    }
button-accept = Accept
button-quote = Name a price
button-made = Made
button-ready = Ready to collect
button-show-phone = Phone number
phone-of = { $name }'s number (**{ $code }**): { $phone }. Please use it for this order only; that you saw it is recorded.
phone-not-left = { $name } (**{ $code }**) did not leave a number.
button-reject = Decline
staff-button-hand-over = Hand over
staff-button-slip = Show slip
staff-button-not-now = Not now
staff-button-arrived = Arrived and ready

## Open orders

staff-open-none = Nothing is waiting. Thank you for checking.
staff-open-state =
    { $state ->
        [new] **Waiting for an answer**
        [accepted] **Being made**
        [made] **Made, not yet at the pick-up place**
        [quoted] **Waiting for the visitor to decide**
       *[ready] **Ready to collect**
    }
staff-open-line = • { $code } · { $name }: { $items }
staff-open-line-of = • { $code } · { $name }: { $items } ({ $unit })
staff-open-more = { $count ->
        [one] There is one more.
       *[other] There are { $count } more.
    } The rest appear once those below are done.
staff-part-unknown = I cannot find that order. Type /orders to see what is open.

## Here, at the start of a shift

on-duty =
    { $until ->
        [none] Thank you for being here, { $who }. News of orders and questions of visitors come to this chat.
       *[other] Thank you for being here, { $who }. News of orders and questions of visitors come to this chat until { $until }. Each message of yours makes it longer; just write “here” again at the start of your next shift.
    }
on-duty-waiting =
    { $count ->
        [0] No order is waiting at the moment.
       *[other] Open orders: { $count }.
    }

## Somebody was quicker

staff-at-time = at { $hour }:{ $minute }
staff-at-day-time = on { $day } at { $hour }:{ $minute }
staff-too-late-by =
    { $state ->
        [quoted] { $who } already sent an offer { $when }.
        [accepted] { $who } already accepted it { $when }.
        [made] { $who } already marked it as made { $when }.
        [ready] { $who } already marked it as ready { $when }.
        [collected] { $who } already handed it over { $when }.
        [rejected] { $who } already declined it { $when }.
        [cancelled] { $who } already cancelled it { $when }.
       *[other] { $who } already changed it { $when }.
    }
staff-too-late-alone =
    { $state ->
        [quoted] An offer was already sent { $when }.
        [accepted] The visitor already agreed to the price { $when }.
        [made] It was already marked as made { $when }.
        [ready] It was marked as ready { $when }.
        [collected] It was already handed over { $when }.
        [rejected] It was already declined { $when }.
        [cancelled] The visitor cancelled it { $when }.
       *[expired] Its time ran out { $when }.
    }
staff-too-late = Things have moved on, so that step is no longer possible.
staff-not-yet =
    { $first ->
        [quote] This order needs a price first.
       *[accept] This order has not been accepted yet. Please accept it first.
    }

## Accepting

staff-ask-ready-day =
    **{ $code }**: { $items }
    When can it be collected? Choose a day, or type one, such as “next monday” or “28/11”.
staff-day-unclear = Sorry, I could not read the day. Try “tomorrow”, “friday” or “28/11”.
staff-day-past = That day is already over.
staff-day-too-far = That day is too far away; at most { $days } days from now.
staff-day-closed = { $place } is closed on that day: { $day }.
staff-did-accept = Order { $code } is accepted. Ready: { $day }. The visitor has been told.

## Declining

staff-ask-reason =
    **{ $code }**: { $items }
    What is the reason? The visitor will read it.
staff-reason =
    { $reason ->
        [sold-out] Sold out
        [materials] No materials
        [capacity] Workshop is full
        [too-many] Too many pieces
       *[other] Another reason
    }
staff-ask-note = Please write the reason for { $code } in your own words, at most { $max } characters, and without anything about a person in the programme.
staff-note-unclear = Sorry, I could not read the reason.
staff-note-too-long = Sorry, that is a little too long.
staff-did-reject = Order { $code } is declined. The visitor has been told the reason.

## Made and ready

staff-did-make = { $code } is made. The stand keepers have been told that it is on its way.
staff-did-make-there = { $code } is made. Once it can be collected, choose “Ready to collect”.
staff-did-ready = { $code } is ready. The visitor has been told.
staff-keeper-confirms = This is collected at the stand, so a stand keeper confirms it there.

## Quotes

staff-ask-amount =
    **{ $code }**: { $items }
    What does all of it cost? For example “150k” or “Rp 1.250.000”.
staff-amount-unclear = Sorry, I could not read the price. Please write one number only.
staff-amount-total = The visitor gets one price for everything. Please write the whole sum.
staff-amount-positive = The price has to be more than zero.
staff-amount-absurd = That is a very large number. Please check the zeros.
staff-ask-quote-day = Price: **{ RUPIAH($amount) }**. If they agree, when can it be collected? Choose a day, or type one.
staff-ask-valid = Price: **{ RUPIAH($amount) }**, ready: { $day }. For how many days does it hold? Choose, or type for example “10 days”.
staff-valid-days = { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
staff-valid-unclear = It can hold for 1 to { $max } days.
staff-valid-which = Do you mean { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, or choice number { $days } of the list?
staff-quote-restart = Let us start again with the price.
staff-did-quote = The quote of { RUPIAH($amount) } for { $code } is sent. It holds until: { $until }.

## Proposals: some of it, or another day

button-propose = Only some
keeper-button-fewer = Too few on the shelf: { $items }
button-take-proposal = Agree ({ $unit })
button-decline-proposal = Cancel it ({ $unit })
staff-ask-proposal-line = **{ $code }**: of which one can you not give all?
staff-ask-proposal =
    { $from ->
        [stock] **{ $code }**: { $items }. How many are on the shelf? The number will do.
       *[made] **{ $code }**: { $items }. How many can you make? Write the number, with the day if you like, for example “8” or “8, december 12”. If it is all of them on another day, write the day alone.
    }
staff-ask-proposal-day = { $items }: when can it be picked up? Choose the day, or type it.
staff-proposal-unclear = Sorry, I could not read the number or the day.
staff-proposal-more = The order is { $items }, so it has to be between none and that.
staff-proposal-none = If there is nothing at all, please reject the order with “Reject”, or tell the unit.
staff-proposal-same = That is what was ordered, so there is nothing to ask the visitor.
staff-did-propose = The proposal for { $code } has been sent; the visitor decides. It holds until { $until }.
notice-proposed =
    { $from ->
        [stock] Sorry, for order **{ $code }** ({ $items }) there is only **{ $offered }** at the stand.
       *[made] For order **{ $code }** ({ $items }), { $unit } can do this: **{ $offered }**, ready { $day }.
    }
    It holds until: { $until }
    Would you like it like that, or shall we cancel it?
news-proposed =
    { $day ->
        [none] there is only { $offered }; reply “agree” or “cancel it” by { $until }
       *[other] { $unit } can do { $offered }, ready { $day }; reply “agree” or “cancel it” by { $until }
    }
part-proposal =
    { $day ->
        [none] Proposal: **{ $items }**
       *[other] Proposal: **{ $items }**, ready { $day }
    }
line-of-ordered = { $line } (ordered: { $ordered })

## Visitors' questions

staff-question =
    **Question no. { $number }** of a visitor: { $about }
    { $words ->
        [none] {""}
       *[other] “{ $words }”
    }
    Reply to this message, choose “Answer”, or write “{ $number } your answer”.
staff-button-answer = Answer
staff-ask-answer = What is the answer about the { $about }? At most { $max } letters, and please without any name or detail of a Warga Binaan.
staff-answer-unclear = Sorry, I could not read an answer in that.
staff-did-answer = Thank you, the visitor has your answer. Keep it as well, so that the next visitor knows at once?
staff-did-answer-only = Thank you, the visitor has your answer.
staff-button-keep =
    { $days ->
        [0] Keep for good
        [365] Keep for a year
       *[other] Keep for { $days } days
    }
staff-did-keep =
    { $until ->
        [none] Kept: { $about }. It holds until it is changed.
       *[other] Kept: { $about }. It holds until { $until }.
    }
staff-question-answered =
    { $who } answered it { $when }:
    { $answer }

## Talks with visitors

staff-talk-wanted =
    { $reason ->
        [complaint] **Complaint** of { $name ->
            [none] a visitor
           *[other] { $name }
        }{ $code ->
            [none] {""}
           *[other] { " " }about order **{ $code }**: { $items }
        }
       *[asked] { $name ->
            [none] A visitor
           *[other] { $name }
        } would like to talk to the staff
    }
    { $words ->
        [none] {""}
       *[other] “{ $words }”
    }
staff-button-take-talk = Answer the visitor
staff-button-end-talk = Finish
staff-talk-begun =
    { $name ->
        [none] You are now talking with this visitor.
       *[other] You are now talking with { $name }.
    } Everything that you write here goes to them, until you choose “Finish” or say nothing for an hour. Please without any name or detail of a Warga Binaan.
staff-talk-says =
    { $name ->
        [none] **Visitor**
       *[other] **{ $name }**
    }
    { $what ->
        [none] { $text }
        [photo] (sent a photo that cannot be passed on){ $text ->
            [none] {""}
           *[other] { " " }{ $text }
        }
       *[other] (sent something that cannot be passed on)
    }
staff-talk-left =
    { $name ->
        [none] The visitor
       *[other] { $name }
    } went back to the assistant. The talk is over.
staff-talk-ended =
    { $name ->
        [none] The talk is over and the assistant has the chat again. Thank you.
       *[other] The talk with { $name } is over and the assistant has the chat again. Thank you.
    }
staff-talk-over = That talk is over.
staff-talk-taken = { $who } is talking with this visitor.
staff-talk-first =
    { $name ->
        [none] You are still talking with another visitor. Please finish that first.
       *[other] You are still talking with { $name }. Please finish that first.
    }
staff-talk-ran-out =
    { $name ->
        [none] More than an hour has passed, so the assistant has the chat again, and what you just wrote was not sent.
       *[other] More than an hour has passed, so the assistant has the chat with { $name } again, and what you just wrote was not sent.
    } If it is still needed, choose “Answer the visitor” and write it again.

## Joining

join-unknown = We do not know this invitation. Please check the link, or ask an admin for a new one.
join-used = This invitation has already been used. Please ask an admin for a new one.
join-expired = This invitation has expired. Please ask an admin for a new one.
join-already =
    { $role ->
        [staff] You already belong to the staff of { $unit }.
        [keeper] You already are a stand keeper.
        [curator] You already are a curator.
       *[admin] You already are an admin.
    }
join-welcome-staff = **Welcome, { $name }!** You now belong to the staff of { $unit }. New orders arrive in this chat and need just a choice. Type /orders to see what is open.
join-welcome-keeper = **Welcome, { $name }!** You are now a stand keeper. Type a visitor's code or name to open their slip. /orders shows what is open, /tasks whom to call, and /counter is for sales, deliveries, stock and cash.
join-welcome-curator = **Welcome, { $name }!** You are now a curator of the stand. Type /kelola to add, change and publish products.
join-welcome-admin = **Welcome, { $name }!** You are now an admin. Stock, prices, opening hours and invitations are under /admin.
join-button-parts = Open orders
join-button-tasks = People to call
join-button-help = Help
join-button-admin = Admin menu

## The page of an office: /kantor, on a computer that several people share

office-title = Office
office-title-of = { $name } · Office
office-description = Where staff work: orders, questions and the chat, opened by an invitation and a PIN.
office-role =
    { $role ->
        [staff] Staff of { $unit }
        [keeper] Keeper of the stand
        [curator] Curator
       *[admin] Admin
    }
office-nobody = Nobody has signed in on this computer yet.
office-who = Who is on duty? Choose your name, then type your PIN.
office-newcomer = Not on the list? Open the invitation link from the admin on this computer. Everybody has an invitation and a PIN of their own.
office-open = open now
office-opening = One moment, the invitation is being opened …
office-noscript = This page needs JavaScript. Orders can be answered on Telegram or WhatsApp, too.
office-choose-title = Choose a PIN
office-welcome = Welcome, { $name }
office-welcome-as = This invitation is for: { $role }.
office-choose = Choose a PIN of your own: 4 to 8 digits. It opens the office page on this computer. Tell it to nobody, not even to a colleague: what you do is recorded in your name.
office-pin-new = New PIN
office-pin-again = Once more
office-begin = Save and come in
office-pin-problem =
    { $problem ->
        [not-digits] A PIN has 4 to 8 digits.
        [too-easy] That PIN is too easy to guess. Please choose another one.
       *[differs] The two PINs are not the same. Please type them again.
    }
office-closed =
    { $why ->
        [used] This invitation has been used
        [expired] This invitation has expired
        [unknown] We do not know this invitation
        [curator] This invitation is not for the office page
        [outage] It cannot be opened right now
       *[none] This page is out of date
    }
office-closed-explained =
    { $why ->
        [used] If it was you who used it on this computer, choose your name on the list. If not, ask the admin for a new one.
        [expired] Please ask the admin for a new one.
        [unknown] Please check the link, or ask the admin for a new one.
        [curator] Curators open their invitation in the chat of the stand.
        [outage] Sorry, something is not working on our side. Please try again in a moment; nothing is lost.
       *[none] Go back to the list of people and try again.
    }
office-people = To the list of people
office-locked-title = { $name } · locked
office-pin = Your PIN
office-unlock = Unlock
office-somebody-else = That is not me
office-pin-wrong =
    { $left ->
        [one] Wrong PIN. One more try before you have to wait.
       *[other] Wrong PIN. { $left } more tries before you have to wait.
    }
office-pin-wait =
    { $minutes ->
        [one] Wrong too often. Please try again in a minute.
       *[other] Wrong too often. Please try again in { $minutes } minutes.
    }
office-forgotten = Forgot your PIN?
office-forgotten-how = Nobody can look up a PIN, not even the admin. Ask the admin for a new invitation with the same name, open its link on this computer and choose a new PIN. The old one stops working at once.
office-news = News not seen yet
office-sign-out-sure = Sign out of this computer, { $name }?
office-sign-out-explained = Your name is removed from this computer, and news no longer comes here. To come back you need a new invitation from the admin. If you only leave the desk, locking is enough.
office-sign-out-yes = Yes, sign out
office-sign-out-no = Never mind
office-tools = Tools
office-sound = Sound
office-list = Print the list
office-lock = Lock
office-switch = Somebody else
office-sign-out = Sign out
office-lost = The connection is lost. What you see may be old; we keep trying.
office-slip = A visitor’s code or name
office-slip-open = Open the slip
office-counts = What waits
office-group =
    { $state ->
        [new] Waiting for an answer
        [accepted] Being made
        [made] Made
        [quoted] Waiting for the visitor’s decision
       *[ready] Ready for pick-up
    }
office-nothing = Nothing is waiting. New orders appear here by themselves.
office-from-stock = From the stock at the stand, no answer needed.
office-talks = Visitors who would like to talk
office-visitor = A visitor
office-talk =
    { $reason ->
        [mine] You are talking with { $name }
        [complaint] { $name } has a complaint
       *[other] { $name } would like to talk with somebody
    }
office-questions = Visitors’ questions
office-question = #{ $number }: { $about }
office-tasks = To be called
office-tasks-open = Show the numbers
office-chat = News and chat
office-chat-who = You write as { $name }
office-chat-welcome = News comes into this chat, and every command can be typed here. None of it is kept on this computer.

list-title = List of orders
list-day = As of { $day }
list-print = Print
list-back = Back to the board
list-box = Box to tick
list-column =
    { $column ->
        [tick] ✓
        [code] Code
        [product] Product
        [qty] Quantity
        [pick-up] Pick-up
       *[state] State
    }

## Staff groups

group-linked =
    **This group is now linked as the staff of { $unit }.** Orders and visitors' questions arrive here.
    Whoever is in this group can answer for { $unit }, and colleagues read their name. Please make sure that only staff are members.
    Answer by pressing a button, typing its number, or replying to our message. We keep nothing else that is said here. /orders shows what is open, /unlink ends the link.
group-already = This group is linked as the staff of { $unit } already. For another unit, type /unlink first.
group-only-staff = This invitation is for one person, not for a group. Please open it in a private chat with us.
group-unlinked = This group is no longer linked as the staff of { $unit }. Thank you for all your help. To link it again, ask an admin for a new invitation.
group-help =
    This group is linked as the staff of { $unit }.
    • /orders: what is open
    • To answer: press a button, type its number, or reply to our message
    • /unlink: ends the link of this group
group-reply-here = To answer in words: reply to this message.
group-by = **{ $who }**: { $text }
group-somebody = A member of the group
group-no-phone = We do not show visitors' numbers in a group, where everybody would read them. Staff with an invitation of their own can open it for order **{ $code }** in a private chat with us, by /orders.
group-no-talk = Visitors are answered from a private chat, not from a group: by the keepers, or by staff with an invitation of their own.
command-group-orders = Open orders
command-unlink = End the link of this group

## The stand keeper

keeper-code-foreign = “{ $code }” is not a code of this stand. Ours look like R4K-7NP.
keeper-code-unknown = There is no code { $code } here. Please check the letters, or search by name.
keeper-code-used = **Code { $code } has been used**, the goods were handed over.
keeper-code-used-when =
    { $who ->
        [none] **Code { $code } has been used**, the goods were handed over { $when }.
       *[other] **Code { $code } has been used**, { $who } handed over the goods { $when }.
    }
keeper-code-closed = Order { $code } is closed, nothing was handed over.
keeper-name-unknown = There is no open order under the name “{ $name }”. Try the code.
keeper-name-several = There are { $count } orders under the name “{ $name }”. Which one?
keeper-name-more = And { $count } more. A fuller name helps.
keeper-button-hand-over = Hand over { $items }
keeper-button-arrived = Arrived: { $items }
keeper-button-ready = Ready: { $items }
keeper-button-cash = Paid in cash
keeper-button-qris = Paid by QRIS
keeper-button-unpaid = Take back the payment entry
keeper-did-hand-over = **{ $code } is handed over.** Thank you.
keeper-paid-already = The payment is already recorded. If that is wrong, take the entry back first.
keeper-not-paid = No payment is recorded yet.
keeper-payment-unknown = I cannot find that order, so nothing was recorded.
keeper-tasks-none = There is nobody to call.
keeper-tasks-head = **Please call**, our message does not reach them:
keeper-task = • { $code } · { $name } · { $phone }
keeper-task-no-phone = • { $code } · { $name } · no number, wait for them at the stand
keeper-task-more =
    { $name } · { $phone ->
        [none] no number, wait at the stand
       *[other] { $phone }
    }
keeper-task-say = Please tell them: { $news }.
keeper-tasks-more = { $count } more after these.
keeper-task-done = { $code } has been called, thank you.
keeper-task-gone = That is already done.
keeper-button-called = Called: { $code }

## At the counter

keeper-payment-history = Payment entries:
keeper-payment-entry =
    { $status ->
        [paid] • paid { $method ->
            [cash] in cash
           *[qris] by QRIS
        }, { $who ->
            [none] a keeper
           *[other] { $who }
        }, { $when }
       *[unpaid] • taken back, { $who ->
            [none] a keeper
           *[other] { $who }
        }, { $when }
    }
keeper-link-foreign = That link is of another stand, not of this one.
keeper-button-slip = Open the slip

counter-not-yours = Sales and stock of the stand are entered by its keepers. If you are bringing goods, just tell them.
counter-menu =
    **The counter**
    One line does it: “sell chips 3 cash”, “received 20 chips from lapas 1”, “broken chips 1”, “return chips 1”, “low stock chips 5”. An order code or a visitor's name opens the slip.
counter-button-menu = The counter
counter-button-start =
    { $kind ->
        [walk-in] Sell
        [delivery] Take a delivery in
        [breakage] Broken
       *[return] Return
    }
counter-button-stock = Stock
counter-button-stock-take = Stock-take
counter-button-cash-today = Cash today
counter-button-new-order = New order

counter-ask-product =
    { $kind ->
        [walk-in] { $qty ->
            [none] What was sold?
           *[other] { $qty } of what were sold?
        }
        [delivery] { $qty ->
            [none] What was delivered?
           *[other] { $qty } of what were delivered?
        }
        [breakage] { $qty ->
            [none] What is broken?
           *[other] { $qty } of what are broken?
        }
       *[return] { $qty ->
            [none] What was returned?
           *[other] { $qty } of what were returned?
        }
    }
counter-not-stocked = { $name } is not sold from the stand's stock, so it is not entered at the counter.
counter-ask-variant = Which { $name }?
counter-ask-amount =
    { $kind ->
        [walk-in] { $name }: how many ({ $unit }) were sold?
        [delivery] { $name }: how many ({ $unit }) were delivered?
        [breakage] { $name }: how many ({ $unit }) are broken?
       *[return] { $name }: how many ({ $unit }) were returned?
    } Type the number, or “cancel”.
counter-amount-unclear = Sorry, I could not read the amount. Type a whole number, for example “3”.
counter-amount-absurd = That is a very large amount, { $max } at most in one entry. Please check the zeros.
counter-too-many =
    { $promised ->
        [0] Only { $left } of { $name } ({ $unit }) are left. Nothing was entered.
       *[other] Only { $left } of { $name } ({ $unit }) are free; { $promised } more are promised to orders. Nothing was entered.
    }
counter-other-unit = { $name } is counted by { $unit }.
counter-converted = { $qty } { $from } of { $name } are about { $pieces } { $unit }. How many { $unit } exactly?
counter-button-pieces = { $pieces } { $unit }
counter-ask-way = { $items }: what kind of return is it?
counter-button-from-buyer = From a buyer, back on the shelf
counter-button-to-unit = Back to its unit
counter-other-unit-said = { $name } is made by { $unit }. Where does this come from?
counter-button-its-unit = From { $unit }
counter-unread =
    I do not know “{ $words }”. What I read: { $items }.
    Enter only this?
counter-button-only-these = Enter only this
counter-ask-method = { $items }: how was it paid?
counter-ask-refund = { $items }: how was the money given back?
counter-button-cash = Cash
counter-button-qris = QRIS
counter-button-no-money = Exchanged, no money
counter-button-drop = Cancel
counter-answer-unclear = Sorry, I could not read that.
counter-dropped = All right, nothing was entered.
counter-draft-old = That question is over, nothing was entered. Please start again.
counter-not-selling = This stand only shows products and notes interest so far, so no sale can be entered. An admin changes the stage.

counter-booked =
    { $kind ->
        [walk-in] **Sold**
        [delivery] **Delivered**
        [breakage] **Broken**
        [return] { $way ->
            [from-buyer] **Returned by a buyer**
           *[other] **Given back to the unit**
        }
       *[correction] **Stock correction**
    }
counter-line-signed =
    { $sign ->
        [less] { $line } fewer
       *[more] { $line } more
    }
counter-sum =
    { $what ->
        [open] Total: prices are not certain, not counted
        [partly] Total: **{ RUPIAH($amount) }**, beside what has no certain price
       *[all] Total: **{ RUPIAH($amount) }**
    }, { $method ->
        [cash] cash
       *[qris] QRIS
    }
counter-by =
    { $who ->
        [none] Entered { $when }.
       *[other] Entered by { $who } { $when }.
    }
counter-left =
    { $promised ->
        [0] Left of { $name }: { $left } { $unit }.
       *[other] Left of { $name }: { $left } { $unit }, beside { $promised } that are promised.
    }
counter-button-undo = Undo this entry
counter-booked-already = This was entered already:
counter-entry-unknown = I cannot find that entry, so nothing was changed.
counter-undone = **This entry was undone** by a counter-entry. Both stay on record.
counter-undone-already =
    { $who ->
        [none] This entry was undone { $when }.
       *[other] This entry was undone by { $who } { $when }.
    }
counter-cannot-undo = It cannot be undone: { $left } of { $name } are free, and { $qty } would have to go out again.

cash-none = No money was entered { $day }.
cash-head = **Cash { $day }**
cash-unit =
    **{ $unit }**
    Cash: { RUPIAH($cash) }
    QRIS: { RUPIAH($qris) }
cash-unit-open =
    { $status ->
        [sample] Not counted: { $qty } at sample prices
       *[unknown] Not counted: { $qty } without a price
    } ({ $method ->
        [cash] cash
       *[qris] QRIS
    })
cash-all = **All units**: cash { RUPIAH($cash) }, QRIS { RUPIAH($qris) }, total { RUPIAH($total) }

stock-list-none = No product is sold from the stand's stock yet.
stock-head = **Stock at the stand**
stock-line =
    • { $name }: { $onHand } on hand, { $promised } promised, **{ $left }** free ({ $unit }){ $low ->
        [none] {""}
       *[other] {" "}(level { $low })
    }
level-ask-which = The level of which product?
level-ask =
    { $low ->
        [none] **{ $name }** has no level yet.
       *[other] **{ $name }** has the level { $low } ({ $unit }).
    } At how many left is { $maker } told? Type the number, “no level”, or “cancel”.
level-set =
    { $low ->
        [none] { $name } has no level now: { $maker } is not told.
       *[other] When { $low } or fewer of { $name } ({ $unit }) are left, { $maker } is told.
    }
level-absurd = A level is from 0 to { $max }.
low-stock =
    { $left ->
        [0] **{ $name } is sold out at the stand.** Please bring more if there is any.
       *[other] **Only { $left } of { $name } ({ $unit }) are left at the stand.** Please bring more if there is any.
    }

stock-take-start =
    **Stock-take**: { $of } things, one by one. Count all that lies at the stand, what is ordered too.
    What differs is shown at the end. You can leave with “cancel” and go on later.
stock-take-resumed = **Stock-take**, going on: { $at } of { $of } are counted.
stock-take-ask =
    { $at }/{ $of } · **{ $name }**
    How many ({ $unit }) are there? Type the number, or “skip”.
stock-take-button-later = Skip for now
stock-take-button-leave = Go on later
stock-take-button-resume = Go on with the stock-take
stock-take-left = All right, the counts are kept. Type “stock-take” to go on.
stock-take-head = Everything is counted. **What differs:**
stock-take-difference =
    • { $name }: { $count } counted, { $book } on the books ({ $unit }; { $sign ->
        [less] { $qty } fewer
       *[more] { $qty } more
    })
stock-take-no-difference = All { $count } agree with the books.
stock-take-button-book = Book the differences
stock-take-button-close = Done
stock-take-button-again = Count everything again
stock-take-booked = The stock is corrected.
stock-take-closed = The stock-take is done, nothing differs.
stock-take-none = There is no stock-take going on.
stock-take-moved = Something moved since it was counted: { $names }. Please count it once more; the rest stays.
stock-take-promised = Fewer were counted than are promised to orders: { $names }. Please count again, or cancel the order first.

new-order-ask = **A new order** for somebody at the counter. Type it, for example “2 chips and 1 keychain”, or choose below.
new-order-goes-on = The order for somebody at the counter is not finished. Keep what is in it, or start empty?
new-order-cart-full = Your own cart is not empty. Use it for the person at the counter, or empty it first?
new-order-button-keep = Keep it
new-order-button-clear = Start empty
ask-name-of-guest = What is the name of the person who orders? A first name is enough.
ask-phone-of-guest = Their phone number, if they have one? Without it they hear of it at the stand.
privacy-notice-of-guest = Please tell the person who orders: { $keeper }
order-placed-for-guest =
    The order is noted. **Write the code { $code } on paper** for the person who ordered; what is to be told comes to /tasks.

    { $slip }

## The admin

admin-menu =
    **Admin menu**
    { $stage ->
        [interest] The stand shows its products and notes who is interested.
        [preorder] The stand takes orders without payment.
       *[selling] The stand is selling.
    } Products on the stand: { $products }.
admin-button-menu = Admin menu
admin-button-orders = All orders
admin-button-stock = Count stock
admin-button-price = Change a price
admin-button-mode = Change how a product is sold
admin-button-hours = Change opening hours
admin-button-stage = Change the selling stage
admin-button-invite = Invite a colleague
admin-gone = That is no longer on the stand.

admin-orders-none = There are no open orders.
admin-orders-head = **Open orders: { $count }**
admin-orders-more = There are { $count } more.
admin-order = **{ $code }** · { $name }
admin-order-part = • { $unit }: { $items } ({ $state })

admin-pick-product =
    { $purpose ->
        [stock] Whose stock do you want to count?
        [price] Whose price do you want to change?
       *[mode] Which product should be sold differently?
    }
admin-pick-variant = Which { $name }?
admin-no-products =
    { $purpose ->
        [stock] No product is sold from stand stock yet.
       *[other] There are no products on the stand yet.
    }

admin-ask-stock =
    **{ $name }** ({ $unit }): { $count } recorded at the stand, { $promised } of them ordered.
    How many are there now? Write the number, or “cancel”.
admin-stock-unclear = Sorry, I could not read the number. Write a whole number, such as “12”.
admin-stock-same = The stock of { $name } is right: { $count }. Nothing was changed.
admin-stock-promised = { $promised } of { $name } are ordered, so { $count } cannot be recorded. Please count again, or cancel an order first.
admin-stock-changed = The stock of { $name } is now **{ $count }** (it was { $before }).
admin-stock-none-kept = { $name } is not sold from stand stock, so there is nothing to count.

admin-ask-price =
    **{ $name }** ({ $unit }): { $price }
    What does it cost now? For example “15k”, “unknown” while it is not settled, or “cancel”.
admin-price-unclear = Sorry, I could not read the price. Please write one number only.
admin-price-positive = The price has to be more than zero. While it is not settled, write “unknown”.
admin-price-absurd = That is a very large number. Please check the zeros.
admin-price-same = { $name } already is at this price: { $price }.
admin-price-changed = Price of { $name }: **{ $price }** (it was { $before }).

admin-mode =
    { $mode ->
        [display] On display
        [ready] Ready, from stand stock
        [preorder] Pre-order, made first
       *[quote] Quote, the unit names a price first
    }
admin-ask-mode =
    **{ $name }** is now: { $mode ->
        [display] on display
        [ready] ready, from stand stock
        [preorder] pre-order
       *[quote] by quote
    }.
    What should it become?
admin-mode-same = { $name } already is sold that way.
admin-mode-changed =
    { $mode ->
        [display] { $name } is now on display: people can look, not order.
        [ready] { $name } is now sold from stand stock. Please count the stock.
        [preorder] { $name } is now pre-order: made first, then collected.
       *[quote] { $name } is now sold by quote: the unit names a price first.
    }

admin-stage =
    { $stage ->
        [interest] Show and note interest
        [preorder] Orders without payment
       *[selling] Selling
    }
admin-ask-stage =
    { $stage ->
        [interest] The stand **shows its products and notes who is interested**.
        [preorder] The stand **takes orders without payment**.
       *[selling] The stand is **selling**.
    } What should it become?
admin-stage-same = The stand already is at that stage.
admin-stage-changed =
    { $stage ->
        [interest] The stand now shows its products and notes who is interested.
        [preorder] The stand now takes orders without payment.
       *[selling] The stand is now selling.
    }

# Days off and waits
admin-button-days-off = Days off
admin-button-waits = Time limits
admin-days-off =
    { $count ->
        [0] No days off are noted for the near future.
       *[other] **The next days off** (national holidays, and those that an admin noted):
    }
admin-days-off-how = To add one, write for example “closed 24 december” or “closed 24-26 december”. If it is open after all: “open 24 december”.
admin-day-past = That day has passed, so nothing was changed.
admin-days-too-many = No more than { $max } days at once, and no more than a year ahead, please. Nothing was changed.
admin-days-same =
    { $how ->
        [closed] { $to ->
            [none] The stand is noted as closed already: { $from }.
           *[other] The stand is noted as closed already: { $from } to { $to }.
        }
       *[open] { $to ->
            [none] That day is not noted as a day off: { $from }.
           *[other] Those days are not noted as days off: { $from } to { $to }.
        }
    }
admin-days-changed =
    { $how ->
        [closed] { $to ->
            [none] Noted, the stand is closed: { $from }. That day is not offered for pick-up and does not count as working time.
           *[other] Noted, the stand is closed: { $from } to { $to }. Those days are not offered for pick-up and do not count as working time.
        }
       *[open] { $to ->
            [none] Noted, the stand is not closed: { $from }. The usual opening hours hold.
           *[other] Noted, the stand is not closed: { $from } to { $to }. The usual opening hours hold.
        }
    }
admin-pick-wait = **Time limits.** Which one do you want to change? Working hours are opening hours, without days off.
admin-wait =
    { $wait ->
        [remind] Reminder: { $hours } working hours
        [escalate] To the admins: { $hours } working hours
        [expire] Unanswered: { $hours } hours
        [lapse] Offer lapsed: { $hours } hours
       *[collect] Uncollected: { $hours } hours
    }
admin-ask-wait =
    { $wait ->
        [remind] After how many working hours are a unit or a visitor reminded who have not answered? Now { $hours }.
        [escalate] After how many working hours are the admins told, and does the visitor hear that it takes longer? Now { $hours }.
        [expire] After how many hours is an order closed that the unit does not answer? Now { $hours }. “3 days” will do, too.
        [lapse] How many hours after an offer has run out is the order closed? Now { $hours }; 0 means at once.
       *[collect] After how many hours is an order closed that is ready, but not picked up? Now { $hours }. It counts from the pick-up day; “3 days” will do, too.
    }
admin-wait-unclear = Sorry, I could not read the number of hours. One number will do.
admin-wait-absurd = { $least } to { $max } hours, please.
admin-wait-same = It is like that already. { $said }.
admin-wait-changed = Changed. { $said }.

admin-pick-place = Whose opening hours do you want to change?
admin-hours-line =
    { $weekday ->
        [0] • Monday: { $hours }
        [1] • Tuesday: { $hours }
        [2] • Wednesday: { $hours }
        [3] • Thursday: { $hours }
        [4] • Friday: { $hours }
        [5] • Saturday: { $hours }
       *[6] • Sunday: { $hours }
    }
admin-ask-hours =
    **{ $place }**
    { $week }

    Write the new hours, for example “mon-fri 8:00-15:00, sat closed”. Days you leave out stay as they are. Type “cancel” to leave them alone.
admin-hours-unclear = Sorry, I could not read the hours.
admin-hours-same =
    { $place } already is open like this:
    { $week }
admin-hours-changed =
    Opening hours of **{ $place }** now:
    { $week }

admin-role =
    { $role ->
        [staff] Staff of a unit
        [keeper] Stand keeper
        [curator] Curator
       *[admin] Admin
    }
admin-ask-role = Who is invited?
admin-ask-unit = Staff of which unit?
admin-ask-invite-name =
    { $unit ->
        [none] Invitation for: **{ $role }**. What is the name? Colleagues will read it, for example “Bu Rina”.
       *[other] Invitation for: **{ $role }**, { $unit }. What is the name? Colleagues will read it, for example “Bu Rina”.
    }
admin-name-unclear = Sorry, I could not read the name. At most { $max } characters, please.
admin-invited =
    Invitation for **{ $name }**. Please send it to nobody else; it works once, within { $hours } hours:
    { $links }
admin-invite-code = { $code }
admin-invite-office = For an office computer that several people share, use this link; its owner chooses a PIN: { $link }
admin-invite-group =
    It also works for a group of the unit's staff, where anybody in it can answer then: { $link ->
        [none] invite us to that group and send { $code } there.
       *[other] { $link }
    }

admin-button-phone-views = Who saw phone numbers
admin-phone-views = **Who looked at visitors' phone numbers**, newest first:
admin-phone-views-none = Nobody has looked at a visitor's phone number yet.
admin-phone-view = { $time } – { $name }: order { $code }
admin-nobody-known = (not known)
admin-button-whatsapp = WhatsApp
admin-whatsapp-off = WhatsApp by a linked phone is not in use here.
admin-whatsapp-link =
    The stand's WhatsApp page: link the phone, see how it is, restart it. This link is for you only; it opens once, within { $minutes } minutes:
    { $link }
alarm-whatsapp =
    { $what ->
        [not-ready] **The stand's WhatsApp has not been connected** since { $time }. Messages of visitors there cannot be read or answered. Please look at the WhatsApp page.
        [unacknowledged] **WhatsApp has not confirmed what the stand sends** since { $time }. Answers may not have reached visitors. Please look at the WhatsApp page.
       *[over] **The stand's WhatsApp works again** since { $time }.
    }
alarm-whatsapp-button = WhatsApp page

## Products, units and the stand itself

admin-button-products = Products & units
admin-button-units = Units
admin-button-stand = Our stand
catalogue-none = not filled in yet
catalogue-unknown = not known
catalogue-there = there
catalogue-step = Step { $step } of { $steps }
catalogue-saved = Saved.
catalogue-unchanged = Nothing has changed.
catalogue-now = Now: { $value }
catalogue-noted = { $what } saved: **{ $value }**
catalogue-noted-short = { $what } saved.
catalogue-same = { $what } was like that already.
catalogue-choose = Please choose one of those below.
catalogue-text-empty = There is nothing in it yet. Please write it again.
catalogue-text-long = That is a little long: { $length } characters, at most { $max }. Could you shorten it?
catalogue-name-taken = There is a “{ $name }” already. Please take another name.
catalogue-not-a-photo = The photo has come, but the question is about something else. The photo is not kept.
catalogue-button-skip =
    { $field ->
        [facts] That is all
        [shelf] Take this number
       *[other] { $guided ->
            [yes] Skip
           *[no] Leave it
        }
    }
catalogue-button-back = Back
catalogue-button-leave = Later
catalogue-button-cancel = Never mind
catalogue-button-keep = Leave it
catalogue-button-right = That is right
catalogue-button-fine = I have read it, it is fine
catalogue-button-rewrite = Write it again
catalogue-doubts =
    Please read this once more. Nobody's name, number or case may be shown at the stand. This is what I am not sure of:
    { $passages }
catalogue-doubt =
    { $kind ->
        [name] • “{ $passage }”: somebody's name?
        [number] • “{ $passage }”: somebody's number?
        [contact] • “{ $passage }”: how to reach somebody?
       *[custody] • “{ $passage }”: about somebody in custody?
    }

product-list =
    **Products of the stand**
    On the shelf: { $published }. Drafts: { $drafts }{ $drafts ->
        [0] .
       *[other] , which visitors do not see yet.
    }
    Choose one to look at or change.
product-list-entry =
    { $state ->
        [draft] { $name } (draft)
        [off] { $name } (taken off)
        [sample] { $name } (sample)
       *[published] { $name }
    }
product-button-new = Add a product
product-new =
    { $step ->
        [unit] { $naming ->
            [yes] What is the unit called? For example “Lapas Kelas II Serang”.
           *[no] **A new product.** Which unit makes it?
        }
        [kind] { $naming ->
            [yes] What is the kind called? For example “Basketry”.
           *[no] Which kind is it?
        }
       *[name] What is the product called, in Indonesian? For example “Keripik singkong”.
    }
product-name-taken = There is a product called “{ $name }” already. Please write another name.
product-added = **{ $name }** is saved as a draft with shelf number { $number }. I ask for the rest one by one; what is not known can be skipped.
product-piece = piece
product-left = Saved as it is. Go on whenever you like, from here or by /kelola.
product-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
product-field =
    { $field ->
        [name] Name
        [name-en] English name
        [photo] Photo
        [mode] How it is sold
        [variants] Variants
        [price] Price
        [sale-unit] Sale unit
        [sale-unit-en] English sale unit
        [place] Pick-up place
        [lead] Time to make
        [most] Most per order
        [shelf] Shelf number
        [aliases] Other names
        [story] Story
        [story-en] English story
        [facts] Facts
        [fact] Fact
        [fact-en] English fact
        [kind] Kind
       *[unit] Unit
    }
product-ask =
    { $field ->
        [name] What is the new name of this product, in Indonesian?
        [name-en] What is **{ $name }** called in English?
        [photo] Send one photo of **{ $name }**, without people in it. At most 1 MB, JPEG or PNG.
        [mode] How is **{ $name }** sold?
        [variants] Does it come in flavours, sizes or colours? Write one on each line, with its price behind it if you like. For example:
    Original 15rb
    Pedas 16rb
        [price] What does **{ $name }** cost per { $unit }? For example “15rb”, or “not known”.
        [sale-unit] What is **{ $name }** counted by, in Indonesian? For example “bungkus”, “buah” or “pasang”.
        [sale-unit-en] And in English? For example “pack”, “piece” or “pair”.
        [place] Where is **{ $name }** picked up?
        [lead] How many days does it take to make once ordered? Write the number, or “not known”.
        [most] How many { $unit } at most in one order?
        [shelf] The number on the shelf: **{ $value }**. Take it, or write another one.
        [aliases] What else do people call **{ $name }**? Separate by commas, for example “kripik, chips”.
        [story] How is **{ $name }** made? Two or three sentences in Indonesian will do. Tell of the making, not of people.
        [story-en] The story in English?
        [facts] What is known for certain about **{ $name }**? Choose one, or say that it is all.
        [fact] { $attribute } of **{ $name }**, in Indonesian? Write only what is certain, or “not known”.
        [fact-en] { $attribute } in English?
        [kind] Which kind is **{ $name }**?
       *[unit] Which unit makes **{ $name }**?
    }
product-no-english-name = Very well. Visitors who read English see the Indonesian name.
product-no-english = The English is not complete: visitors who read English see the Indonesian text there.
product-photo-not-text = A photo is expected. Send it, or skip it for now.
product-photo-problem =
    { $why ->
        [too-large] The photo has more than 1 MB. Please send a smaller one.
        [not-a-picture] That is no JPEG or PNG photo. Please send another one.
        [damaged] The photo is damaged or cut off. Please send it once more.
        [not-here] Photos do not reach me by this WhatsApp. Send it from Telegram or the stand's page, or skip it for now.
       *[other] The photo has not arrived. Please send it once more.
    }
product-number-unclear = Sorry, I could not read the number. Write one whole number, for example “7”.
product-number-range =
    { $field ->
        [lead] { $number } days? Write from 0 to { $max }, or “not known”.
        [most] { $number }? Write from 1 to { $max }.
       *[shelf] Shelf number { $number }? Write from 1 to { $max }.
    }
product-shelf-taken = Number { $number } is taken by { $name }. The next free one: { $next }.
product-alias-long = The name “{ $alias }” is too long, at most { $max } characters. Please separate by commas.
product-aliases-many = Those are too many names, at most { $max }.
product-variants-many = Those are too many variants, at most { $max }.
product-variant-there = There is a variant “{ $name }” already.
product-sheet-head =
    { $state ->
        [draft] **{ $name }** (draft, not seen by visitors)
        [off] **{ $name }** (taken off the shelf)
        [sample] **{ $name }** (sample)
       *[published] **{ $name }** (published by { $by })
    }
product-sheet-line = • { product-field }: { $value }
product-sheet-no-english = There is no English name; the Indonesian one is used.
product-button-go-on = Go on filling in
product-button-look = See it as visitors do
product-button-publish = Look & publish
product-button-take-off = Take it off
product-button-change = Change it first
product-preview-head = This is how visitors see it:
product-missing = Not filled in: { $missing }.
product-ask-publish = Publish **{ $name }** now? Your name is recorded as its publisher.
product-is-published = It is published, by { $by }.
product-button-publish-now = Publish
product-button-publish-fine = I have read it, publish
product-changed-meanwhile = This product has just changed. Please look once more.
product-published =
    **{ $name }** is published, shelf number { $number }. Visitors can see it and ask about it at once.{ $mode ->
        [ready] {" "}Please count its stock in the admin menu.
       *[other] {""}
    }
product-ask-take-off = Take **{ $name }** off the shelf? Orders that there are go on.
product-button-take-off-yes = Yes, take it off
product-taken-off = **{ $name }** is taken off. Visitors do not see it any more.
product-button-bring-back = Bring it back as a draft
product-brought-back = Back as a draft, shelf number { $number }.
story-none = There is no story about **{ $name }** yet.

variant-list = The variants of **{ $name }**. Which one should change?
variant-sheet =
    **{ $product } – { $name }**
    Price: { $price }
    Other names: { $aliases ->
        [none] not filled in yet
       *[other] { $aliases }
    }
variant-field =
    { $field ->
        [name] Name
        [name-en] English name
        [price] Price
       *[aliases] Other names
    }
variant-ask =
    { $field ->
        [name] What is the new name of this variant, in Indonesian?
        [name-en] What is the variant **{ $name }** called in English?
        [price] What does **{ $name }** cost? For example “15rb”, or “not known”.
       *[aliases] What else do people call **{ $name }**? Separate by commas.
    }
variant-price-noted = The price is saved.
variant-button-new = Add variants
variant-button-drop = Take this variant off
variant-dropped = The variant **{ $name }** is not offered any more.
variant-is-only-one = This is the only variant. If it is not sold any more, take the product off.
kind-button-new = A new kind

unit-list = The **units** that supply the stand. Which one should change?
unit-list-entry =
    { $sample ->
        [yes] { $name } (sample)
       *[no] { $name }
    }
unit-button-new = A new unit
unit-added = The unit **{ $name }** is saved.
unit-sheet =
    **{ $name }**
    { $about }
unit-field =
    { $field ->
        [name] Name
        [name-en] English name
        [about] About the unit
       *[about-en] About the unit (English)
    }
unit-ask =
    { $field ->
        [name] What is the new name of this unit, in Indonesian?
        [name-en] What is **{ $name }** called in English?
        [about] What is done in the workshop of **{ $name }**? A sentence or two in Indonesian, of the work and not of people.
       *[about-en] The same in English?
    }

place-list = **Pick-up places.** Which one should change?
place-button-new = A new place
place-button-no-hours = Hours not known
place-kind =
    { $kind ->
        [workshop] A unit's workshop
       *[agreement] By agreement
    }
place-new =
    { $step ->
        [kind] **A new pick-up place.** At a unit's workshop, or by agreement with the staff?
        [name] What is the place called? For example “Bengkel Lapas Serang”.
        [address] Where is it? As visitors will read it.
       *[hours] When is it open? For example “mon-fri 08.00-15.00”. Days that are not named are closed.
    }
place-added = The place **{ $name }** is saved.
place-sheet =
    **{ $name }**
    { $address }
    { $week }
place-field =
    { $field ->
        [name] Name
        [address] Address
       *[hours] Opening hours
    }
place-ask =
    { $field ->
        [name] What is the new name of this place?
        [address] What is the new address of **{ $name }**?
       *[hours] The opening hours of **{ $name }** now: { $value }
    Is that right? If not, write them, for example “mon-fri 08.00-15.00, sat closed”.
    }

stand-sheet-head =
    { $sample ->
        [yes] **Our stand** (partly still a sample)
       *[no] **Our stand**
    }
stand-sheet-line = • { stand-field }: { $value }
stand-button-guide = Fill in one by one
stand-button-places = Pick-up places
stand-field =
    { $field ->
        [name] Name of the stand
        [address] Address
        [hours] Opening hours
        [payment] Payment
        [delivery] Delivery
        [data-keeper] Keeper of data
       *[time-zone] Time zone
    }
stand-ask =
    { $field ->
        [name] What is this stand called, in Indonesian?
        [name-en] The name in English?
        [address] Where is the stand? Write it in Indonesian, as visitors read it.
        [address-en] The address in English?
        [hours] The opening hours of the stand now: { $value }
    Is that right? If not, write them, for example “mon-fri 08.00-15.00, sat closed”.
        [payment] How do visitors pay? In Indonesian, for example “Tunai atau QRIS di gerai”, or “not known”.
        [payment-en] The same in English?
        [delivery] Can goods be sent? Write how, in Indonesian, or “not known”.
        [delivery-en] The same in English?
        [data-keeper] Who keeps visitors' names and numbers, what for, and whom can they ask? Visitors read it at their first order. In Indonesian.
        [data-keeper-en] The same in English?
       *[time-zone] In which time zone is the stand?
    }
stand-zone =
    { $zone ->
        [wib] WIB
        [wita] WITA
       *[wit] WIT
    }
stand-zone-set = The time zone of the stand: **{ stand-zone }**. Saved.

samples-button = Remove the samples
samples-none = There are no sample products at the stand any more.
samples-ask =
    Remove all samples from the stand? This goes: { $products }, with their pictures and made-up stock. Your own products stay.
samples-button-yes = Yes, remove the samples
samples-refused =
    They cannot be removed, because these samples have been used:
    { $touched }
    Those records must not be lost. Used samples can be taken off the shelf only, and the others removed.
samples-touched-line =
    • { $name }{ $orders ->
        [none] {""}
       *[other] {" "}· orders { $orders }
    }{ $movements ->
        [0] {""}
       *[other] {" "}· stock records: { $movements }
    }{ $questions ->
        [0] {""}
       *[other] {" "}· questions: { $questions }
    }{ $wishes ->
        [0] {""}
       *[other] {" "}· wishes: { $wishes }
    }
samples-button-take-off = Take these off, remove the others
samples-removed =
    The samples are removed: { $products }.{ $off ->
        [none] {""}
       *[other] {" "}Only taken off: { $off }.
    }{ $units ->
        [none] {""}
       *[other] {" "}Sample units that went along: { $units }.
    }

## News for admins: backups

alarm-backup =
    { $what ->
        [failed] **The stand's backup has been failing** since { $time }. The stand goes on. Please tell whoever looks after its computer: the command gerai doctor says what has to be mended.
        [stale] **The stand's backup is old**: the last one was made { $time }. The stand goes on. Please tell whoever looks after its computer: the command gerai doctor says what has to be mended.
       *[over] **The stand's backup works again**: one was made { $time }.
    }

## News for the keepers

notice-unseen = **Not seen at the office of { $unit }** for { $minutes } minutes. Could you help?
notice-on-its-way = **{ $code }** ({ $name }): { $items } is made at { $unit } and on its way to { $place }. Once it is there, choose it below.
notice-made-there = **{ $code }** ({ $name }): { $items } is made at { $unit }. It is collected at { $place }; once it is ready there, that can be confirmed below.

## News for the visitor

notice-accepted =
    **Order { $code } is accepted.** { $unit } will prepare { $items }.
    Expected to be ready: { $day }
    Where: { $place }
    We will tell you as soon as it can be collected.
notice-rejected =
    { $reason ->
        [sold-out] We are sorry, { $unit } cannot fulfil order { $code } ({ $items }): it is sold out.
        [materials] We are sorry, { $unit } cannot fulfil order { $code } ({ $items }): the materials are not available.
        [capacity] We are sorry, { $unit } cannot fulfil order { $code } ({ $items }): the workshop is full at the moment.
        [too-many] We are sorry, { $unit } cannot fulfil order { $code } ({ $items }): it is more than they can make.
       *[other] We are sorry, { $unit } cannot fulfil order { $code } ({ $items }).
    }
notice-rejected-note =
    We are sorry, { $unit } cannot fulfil order { $code } ({ $items }).
    In the unit's own words: “{ $note }”
notice-quoted =
    **A quote for order { $code }** from { $unit }
    { $items }
    Price for everything: **{ RUPIAH($amount) }**
    Expected to be ready: { $day }
    Valid until: { $until }
    Shall they go ahead?
notice-ready =
    **Order { $code } is ready to collect!**
    { $items }
    Where: { $place }
    From: { $day }, { $hours }
    Just tell the staff the code **{ $code }**.
notice-ready-agreed =
    **Order { $code } is ready to collect!**
    { $items }
    Where: { $place }, at the time agreed.
    Just tell the staff the code **{ $code }**.
notice-collected = Thank you for collecting { $items } (order { $code }). We hope you enjoy it. Buying the work of Warga Binaan supports the programme they take part in.

## What waits for too long

card-head-waiting = **{ $code }** from { $name } for { $unit } is still waiting for an answer. Please answer it; the visitor is waiting.
card-head-helpless = **{ $code }** from { $name } has not been answered by { $unit }. Please help: get in touch with the unit, or answer it here.
news-waiting = still waiting for an answer from { $unit }; please answer, the visitor is waiting
news-helpless = not answered by { $unit } yet; please help
notice-late = Sorry, { $unit } has not got round to answering order { $code } ({ $items }), so it takes a little longer than expected. We have reminded the unit, and the people who run the stand are helping. We will tell you as soon as there is an answer.
news-late = { $unit } has not got round to answering, so it takes a little longer; we have reminded them and will tell you soon
notice-quote-waits = The offer for order { $code } is still waiting for your answer:
quote-unanswered = The visitor has not answered the offer of { $unit } for **{ $code }** ({ $name }): { $items }. It holds until { $until }. If need be, the visitor can be called.
news-quote-waits = the visitor has not answered the offer yet; it holds until { $until }
notice-last-call = Order **{ $code }** ({ $items }) is still waiting for you at { $place }. Please pick it up by { $by }; after that we close the order.
notice-last-call-paid = Order **{ $code }** ({ $items }) is still waiting for you at { $place } and has been paid for. Please pick it up by { $by }.
news-last-call = please pick it up at { $place } by { $by }
paid-uncollected = **{ $code }** ({ $name }) has been paid for, but not picked up: { $items } from { $unit }. We do not close the order; please get in touch with the visitor.
news-paid-waits = paid for, but not picked up; please get in touch with the visitor
notice-expired =
    { $was ->
        [new] Sorry, { $unit } did not answer order { $code } ({ $items }) in time, so we have closed it. If you still want it, choose “Order again”.
        [quoted] The offer of { $unit } for order { $code } ({ $items }) has run out, so we have closed it. If you still want it, choose “Order again”.
       *[ready] Order { $code } ({ $items }) was not picked up in time, so we have closed it. If you still want it, choose “Order again”.
    }
unit-expired =
    { $was ->
        [new] Order **{ $code }** ({ $name }) was not answered in time and has been closed: { $items }. The visitor has been told.
        [quoted] The offer for **{ $code }** ({ $name }) ran out without an answer, and the order has been closed: { $items }.
       *[ready] { $goods ->
            [stock] Order **{ $code }** ({ $name }) was not picked up and has been closed: { $items }. The goods are back in the stand’s stock.
           *[made] Order **{ $code }** ({ $name }) was not picked up and has been closed: { $items }. The goods are at { $place }; please agree with { $unit } what to do with them.
        }
    }
news-expired =
    { $was ->
        [new] not answered in time, and closed
        [quoted] the offer has run out, and the order is closed
       *[ready] { $goods ->
            [stock] not picked up, and closed; the goods are back in the stand’s stock
           *[made] not picked up, and closed; please see to the goods
        }
    }
answered-by = { $unit } will answer by { $by }.
button-my-order = See the order
button-order-again = Order again
button-see-order = See { $code }
staff-question-waits =
    { $told ->
        [remind] **Question number { $number }** about { $about } is still waiting for an answer. Please answer it.
       *[escalate] { $from ->
            [none] **Question number { $number }** about { $about } has not been answered. Please help.
           *[other] **Question number { $number }** about { $about } has not been answered by { $from }. Please help.
        }
    }
template-question-waits = still waiting for an answer
question-late = Sorry, the staff have not got round to answering your question about { $about }. We have reminded them and will tell you as soon as there is an answer.

## WhatsApp's message templates: Meta reads these words beforehand

template-ready =
    Good news, the order with the code { $code } is ready to collect.
    What you ordered: { $items }
    Where to collect it: { $place }
    When to collect it: { $time }
    Just tell the code to the staff at the stand. Thank you for ordering.
template-quoted =
    There is a quote for the order with the code { $code } from { $unit } now.
    What you ordered: { $items }
    Price for everything: { $amount }
    Expected to be ready: { $day }
    The quote is valid until: { $until }
    Please press one of the choices below, or reply to this message if you have a question.
template-quoted-take = Accept the quote
template-quoted-decline = Decline the quote
template-changed =
    There is news about your order with the code { $code } at the stand.
    What you ordered: { $items }
    The news: { $news }
    If you have a question, just reply to this message.
template-expired =
    We have closed your order with the code { $code } at the stand, because its time ran out.
    What you ordered: { $items }
    If you would still like it, just reply to this message. We are glad to help you order again.
template-answered =
    The question you asked at the stand about { $about } has been answered by the staff.
    Their answer: { $answer }
    If you would like to ask anything else, just reply to this message.
template-staff-order =
    There is a new order with the code { $code } from { $name } for { $unit } now.
    What is ordered: { $items }
    Please answer with the buttons below, so that the visitor knows when it will be ready.
template-staff-order-accept = Accept
template-staff-order-reject = Decline
template-staff-order-see = See the order
template-staff-news =
    There is news about the order with the code { $code } from { $name } at the stand.
    What is ordered: { $items }
    The news: { $news }
    Press the button below to see the order.
template-staff-news-see = See the order
template-staff-question =
    A visitor of the stand has a question, number { $number }, about { $about }.
    The visitor's words: { $words }
    Press the button below to answer it.
template-staff-question-answer = Answer
template-staff-talk =
    A visitor of the stand would like to talk to the staff. The name is { $name }.
    The visitor's words: { $words }
    Press the button below to answer the visitor.
template-staff-talk-take = Answer the visitor
template-new-product =
    There is a new product at our stand: { $product }, made by Warga Binaan of { $unit }.
    Its price: { $price }
    Press the button below to see it. If you would rather not hear of new products any more, reply STOP.
template-new-product-see = See the product

template-time = { $day }, { $hours }
template-time-agreed = as agreed
template-nobody = not given yet
template-no-words = none
news-accepted = accepted by { $unit }, expected to be ready { $day }, to be collected at { $place }
news-rejected =
    { $reason ->
        [sold-out] { $unit } cannot fulfil it: it is sold out
        [materials] { $unit } cannot fulfil it: the materials are not available
        [capacity] { $unit } cannot fulfil it: the workshop is full at the moment
        [too-many] { $unit } cannot fulfil it: it is more than they can make
       *[other] { $unit } cannot fulfil it
    }
news-rejected-note = { $unit } cannot fulfil it; in their own words “{ $note }”
news-wants-quote = a new order for { $unit }, waiting for a price and a day
news-from-stock = taken from the stock of { $unit } at the stand; for your information, no answer needed
news-cancelled = cancelled by the visitor
news-quote-taken =
    { $from ->
        [stock] the proposal was agreed to, and it is ready to be handed over
       *[made] the quote was accepted, please go ahead
    }
news-quote-declined = the quote was declined by the visitor
news-on-its-way = made at { $unit } and on its way to { $place }
news-made-there = made at { $unit }; it is collected at { $place }

template-sample-code = K7M-2PQ
template-sample-items = 2 × Tempeh chips, 1 × Keychain
template-sample-place = The stand in the lobby of the immigration office
template-sample-time = Monday, 30 November, 08.00–15.00
template-sample-unit = Lapas Kelas I Tangerang
template-sample-amount = Rp450.000
template-sample-day = Monday, 30 November
template-sample-until = Friday, 4 December
template-sample-news = accepted by Lapas Kelas I Tangerang, expected to be ready Monday, 30 November, to be collected at the stand
template-sample-about = the size of the ribbon-embroidered bag
template-sample-answer = It is 30 cm wide and 20 cm high.
template-sample-name = Siti
template-sample-number = 3
template-sample-words = Does a notebook fit into the bag?
template-sample-product = Tempeh chips
template-sample-price = Rp15.000

## Answers of the server to other programs and to the page

api-locked = This page is locked. Please open it with your PIN first.
api-malformed = That request can't be read. Reload the page and try again.
api-too-large = That is too large. Please try something smaller.
api-json-only = Please send JSON or a form.
api-too-many = A little slower, please. Try again in a few seconds.
api-not-found = There is no such page.
api-internal = Sorry, something went wrong on our side. Please try again in a moment.

### Sentences of the stand's page and the product pages. The conversation itself is in en.ftl.

page-skip = Skip to the chat
page-languages = Language
page-description = Made by Warga Binaan (people serving a sentence) at { $stand }: look, ask and order in the chat.
page-tagline = Made by Warga Binaan, straight from the workshop.
page-stage =
    { $stage ->
        [interest] Just put on display and not for sale yet. Have a look; if you like something, we note your interest.
        [preorder] You can order already, with nothing to pay yet.
       *[selling] Buy it at the stand or order in the chat.
    }
page-no-products = We are setting up the display. Please look in again soon.

## Samples

page-sample = sample
page-sample-stand = This is a sample stand. What is marked “sample” does not apply yet.
page-sample-product = The details of this product are still a sample.

## Products

page-number = Shelf number
page-price = { RUPIAH($amount) }
page-price-from = from { RUPIAH($amount) }
page-price-unknown = price to be confirmed by staff
page-per = / { $unit }
page-state-ready =
    { $stock ->
        [0] None at the stand right now
       *[other] { $stock } ready to take
    }
page-state-preorder =
    { $days ->
        [one] Made to order, about { $days } day
       *[other] Made to order, about { $days } days
    }
page-state-preorder-unknown = Made to order, staff will confirm how long it takes
page-state-quote = Quoted by the workshop on request
page-state-display = On display, not for sale yet
page-ask = Ask
page-ask-label = Ask about { $product }
page-said = I’d like to ask about { $product }.

## Product page

page-back = All products
page-product-description = { $product } made by Warga Binaan, at { $stand }: price, details and how to order.
page-photo = Picture of { $product }
page-made-by = Made by Warga Binaan at { $unit }
page-order-here = Ask or order here
page-ask-here = Ask here
page-whatsapp = Continue on WhatsApp
page-whatsapp-words = Hello, I would like to ask about { $product }
page-telegram = Continue on Telegram
page-by-hand = Or send “{ $number }” to
page-variants = Choices
page-facts = Details
page-pick-up = Pick-up
page-confirmed = confirmed { $date }
page-unknown = Not known yet
page-unknown-offer = We would rather not guess. Ask in the chat and we will pass it on to the staff.
page-attribute =
    { $attribute ->
        [size] Size
        [weight] Weight
        [thickness] Thickness
        [colour] Colour
        [material] Material
        [strength] Strength
        [contents] Contents
        [composition] Ingredients
        [halal] Halal
        [pirt] P-IRT number
        [expiry] Best before
        [allergen] Allergens
        [spice] Spiciness
       *[other] { $attribute }
    }

## Shelf labels and the poster, in print

label-send = Without scanning: send “{ $number }” to
label-open = Without scanning: open
poster-scan = Scan this code with your phone’s camera.
poster-look = Look around, or write the number on a label.
poster-ask =
    { $stage ->
        [interest] Ask anything. If you like something, we note your interest.
       *[other] Ask and order in the chat. Staff help when needed.
    }
poster-write = Or write to
poster-open = Or open

## About the stand

page-about = About the stand
page-place = Place
page-hours = Opening hours
page-closed = closed
page-payment = Payment
page-payment-unknown = Still being agreed. There is nothing to pay for now.
page-delivery = Delivery
page-delivery-unknown = Not known yet. Ask in the chat and we will pass it on to the staff.
page-data = Personal data

## Chat

page-chat = Chat with the stand
page-chat-who = Answers automatically, staff help when needed
page-chat-open = Ask or order here
page-chat-close = Close the chat
page-chat-welcome = Hello, welcome to { $stand }! Would you like to ask about a product or a price, or order right away? Just write below. The shelf number will do too.
page-chat-try-products = What do you have?
page-chat-try-order = How do I order?
page-chat-try-hours = When are you open?
page-chat-text = Write a message
page-chat-send = Send
page-chat-photo = Send a photo
page-chat-typing = Typing
page-chat-failed = Sorry, this has not been sent. Please check your connection and send it again.
page-chat-retry = Send again
page-chat-sent-photo = Photo
page-chat-link = Opening a link
page-chat-you = You
page-chat-stand = The stand
page-chat-print = Print the slip
page-chat-noscript = The chat needs JavaScript. Without it, the staff at the stand are glad to help.
page-chat-clear = Clear the chat history

page-forget = Clear the chat history?
page-forget-explained = The history is kept on this device only. If others use this device too, start as a new person; news of your orders will then no longer arrive here.
page-forget-lines = Clear the history
page-forget-all = Clear it and start as a new person
page-forget-cancel = Cancel

## A slip that was scanned

slip-title = Slip { $code }
slip-description = A pick-up slip for the keeper of the stand
slip-explained = For the keeper of the stand: open this slip in your chat.
slip-open-telegram = Open in Telegram
slip-open-here = Open as the keeper
slip-open-own = This is my own order

### The WhatsApp page, which only admins open, by a one-time link.

whatsapp-title = The stand's WhatsApp
whatsapp-description = Link the stand's phone and see how it is.
whatsapp-skip = Skip to the content
whatsapp-state =
    { $state ->
        [starting] WhatsApp is being started
        [pairing] Waiting for the stand's phone to be linked
        [connecting] The phone is known, connecting
        [ready] WhatsApp is connected
        [lost] WhatsApp is disconnected
        [stopped] WhatsApp is stopped
       *[away] Nothing is heard of the WhatsApp bridge
    }
whatsapp-todo =
    { $state ->
        [starting] One moment please, usually less than a minute.
        [pairing] Scan the code below with the stand's phone.
        [connecting] Its messages are being fetched. This may take up to two minutes.
        [ready] What visitors write to this number is read and answered.
        [lost] Gerai tries to connect again by itself. If that takes more than five minutes, try a restart.
        [stopped] Press “Restart” to connect it again.
       *[away] The program that runs WhatsApp does not call the stand. Please check that its computer is on and has internet. What comes in meanwhile is answered as soon as it is back.
    }
whatsapp-reason =
    { $reason ->
        [restart] Restarted as was asked for.
        [unlinked] No phone is linked.
        [logged-out] The link was removed on the phone, or WhatsApp logged this device out. Please link the stand's phone again.
        [memory] The browser that runs WhatsApp took too much memory.
        [never-ready] WhatsApp did not get ready after its start. Please check the internet, and that the stand's phone is on.
        [stale-code] Nobody scanned the code before, so a new one is being made.
        [silence] WhatsApp's page does not answer any more.
        [acks] WhatsApp does not confirm the messages that are sent.
        [start-failed] The browser or WhatsApp's page cannot be opened. Please check the internet; the server's log tells why.
        [page-closed] WhatsApp's page was closed.
        [page-crashed] WhatsApp's page stopped working.
        [browser-gone] The browser that runs WhatsApp has ended.
        [conflict] WhatsApp was opened with the same link somewhere else. Please close it there.
       *[disconnected] WhatsApp cut the connection.
    }
whatsapp-unacknowledged = WhatsApp has not confirmed what was sent since { $time }. It may not have arrived.
whatsapp-code-waits = The code is being made.
whatsapp-code = QR code to be scanned with the stand's phone
whatsapp-how = How to link it
whatsapp-how-screen = Open this page on another screen, not on the stand's phone.
whatsapp-how-open = On the stand's phone, open WhatsApp, then Settings (or the three dots).
whatsapp-how-link = Choose Linked devices, then Link a device.
whatsapp-how-scan = Point the camera at this code. It renews itself.
whatsapp-facts = How it is
whatsapp-phone = Linked number
whatsapp-phone-none = None yet
whatsapp-phone-unknown = Not known yet
whatsapp-inbound = Last message in
whatsapp-sent = Last confirmed send
whatsapp-not-yet = None since the server was started
whatsapp-seen = Bridge last heard
whatsapp-actions = What you can do
whatsapp-restart = Restart
whatsapp-restart-help = Closes WhatsApp and opens it again. The phone stays linked.
whatsapp-unlink = Unlink the phone
whatsapp-unlink-help = Removes the link, for example to change the phone or the number.
whatsapp-unlink-sure = Unlink the phone from the stand?
whatsapp-unlink-explained = The stand stops reading and answering at this number until a phone is linked again. The conversations on the phone stay.
whatsapp-unlink-yes = Yes, unlink
whatsapp-unlink-no = Cancel
whatsapp-done =
    { $what ->
        [restart] The restart was passed on.
       *[unlink] The unlinking was passed on.
    }
whatsapp-done-waits = Nothing is heard of the bridge now; it is done as soon as it is back.
whatsapp-lost = The stand's server does not answer. What you see may be old; this page keeps trying.
whatsapp-opening = Opening…
whatsapp-closed =
    { $why ->
        [used] This link has been used already
        [expired] This link has expired
        [unknown] This link is not known
        [over] The time is up
        [outage] It cannot be opened now
       *[none] This page is opened by a link
    }
whatsapp-closed-explained =
    { $why ->
        [used] Each link opens once only, so that nobody else can use it.
        [expired] Each link is good for a short time only, so that nobody else can use it.
        [unknown] Perhaps it was cut when it was copied.
        [over] To be safe, this page closes by itself after { $minutes } minutes.
        [outage] The stand's data cannot be read now. Please try again in a moment; the link is still good.
       *[none] The link is for the stand's admins only, and opens once.
    }
whatsapp-closed-how = For a new link, an admin types /whatsapp in the chat with the stand, or chooses WhatsApp under /admin.
whatsapp-noscript = This page needs JavaScript to open its link.
