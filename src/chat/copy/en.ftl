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
talk-thanks = You're welcome, happy to help.
talk-goodbye = Thank you for stopping by. See you!
talk-complaint = I'm sorry this went wrong. Please tell the stand's staff, with the order code, so that they can take care of it right away.
talk-talk_to_human = The stand's staff are in the lounge during opening hours, please go and see them. If I can answer something first, just write it here.
talk-subscribe = Thank you for your interest. News about products can't be subscribed to here yet; do come by again.
talk-unsubscribe = All right. You are not subscribed to anything from us, so there is nothing to stop.
talk-abuse = I'm sorry if my answer was not what you needed. I can help with the stand's products.
talk-inmate_info = I'm sorry, we don't share anything personal about Warga Binaan. What I can say: this product is made in the skills programme of its unit.
talk-oos_immigration = For passports, visas and queue numbers, please ask at the immigration information counter. There is no need to send a passport or NIK number here.
talk-oos_prison = For visits or parcels, please ask the visiting service of the prison. Here I only look after the stand's products.
talk-out_of_scope = That is outside what the stand does. If it's about the products on display, I'm glad to help.
not-understood = Sorry, I didn't get that. Could you put it in other words, or choose below?
not-understood-again = Sorry, I still don't get it. The stand's staff in the lounge can help you directly; or choose one of these.
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
old-button = That button is no longer valid. This is what you can choose now:
toast-old-button = This button is no longer valid.
too-long = That message is too long for me. Could you shorten it and send it again? Nothing was recorded.
language-set = All right, we'll use English.
nothing-asked = All right. Would you like to see the products or order something? Just write.
all-right = All right, no problem.
which-notice = For which order?
storage-down = Sorry, the stand can't record anything right now. Your message was not saved; please try again in a moment.

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
availability-ready =
    { $name ->
        [none] { $qty ->
            [0] Out of stock at the stand
           *[other] In stock at the stand: { $qty } { $unit }
        }
       *[other] { $name }: { $qty ->
            [0] out of stock
           *[other] { $qty } { $unit }
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
fact-not-known = { $attribute } of **{ $name }** is not known yet. The stand's staff can ask the unit.
variants-answer = **{ $name }** comes as: { $names }.
variants-one = **{ $name }** comes in one kind only.
which-product = About which product?
place-answer =
    **{ $place }**
    { $address }
place-others = Some products are picked up elsewhere:
hours-answer = Opening hours of **{ $place }**:
hours-closed = closed
hours-unknown = The opening hours are not known yet.
payment-unknown = How to pay is still being agreed. You can order now; staff will tell you at pick-up.
delivery-unknown = For now orders are picked up in person. There is no arrangement for delivery yet.

## The cart

ask-quantity = How many **{ $name }** would you like ({ $unit })?
ask-variant = Which **{ $name }**?
order-what = What would you like to order?
change-what = Which one would you like to change?
line = { $qty } × { $name }
line-priced = { $line } – { $price }
cart-head = **Your cart**
cart-line = • { $line } – { $price }
cart-empty = Your cart is empty.
cart-cleared = All right, the cart is empty now.
ask-clear-cart = Empty the cart, or do you want to cancel an order?
only-display = **{ $name }** is only on display and can't be ordered yet. You are welcome to look and ask.
quantity-whole = **{ $name }** is counted in whole { $unit }. How many?
quantity-positive = It takes at least one **{ $name }**. How many would you like?
quantity-too-many = That's a lot! One order takes at most { $max } **{ $name }** ({ $unit }). How many would you like?
quantity-other-unit = We count **{ $name }** by { $unit }. About how many ({ $unit })?
stock-none = Sorry, **{ $name }** is out of stock at the stand.
stock-short = Sorry, there are only { $left } **{ $name }** left at the stand ({ $unit }).
nothing-ordered-yet = Nothing has been ordered yet.

## Up to the confirmation

ask-pick-up = { $items }: picked up at { $place }. When would you like to pick it up?
ask-come-back =
    { $items } is made first at { $unit }{ $days ->
        [0] .
        [one] , in about { $days } day.
       *[other] , in about { $days } days.
    } You pick it up at { $place }. Are you coming back here, and on which day?
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
ask-phone = A phone number, in case we need to reach you? You can skip this.
phone-unclear = That number doesn't look complete. For example: +62 812 3456 7890. You can also skip this.
phone-not-needed = Thank you, your number isn't needed yet and I did not keep it.
share-phone = You can also share it with the button below.
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
no-orders = There are no orders from this chat yet.
order-unknown = There is no order with that code in this chat. Please check the code.
ask-cancel = Cancel order { $code } from { $unit }?
cancelled = All right, order { $code } from { $unit } has been cancelled.
cannot-now = Sorry, that is no longer possible. It now stands at: { $status }.
quote-taken = Thank you, the quote is accepted. The unit starts working on it.
quote-declined = All right, the quote for order { $code } is declined and that part is cancelled.
quote-lapsed = Sorry, that quote is no longer valid. Look at your orders for the latest.
unit-cancelled = Order **{ $code }** ({ $name }) was cancelled by the visitor: { $items }.
unit-quote-taken = The quote for **{ $code }** ({ $name }) was accepted: { $items }. Please go ahead.
unit-quote-declined = The quote for **{ $code }** ({ $name }) was declined by the visitor: { $items }.

## Personal data

privacy =
    **What is kept about you**
    Name: { $name }
    Phone number: { $phone }
    Orders: { $orders }

    { $keeper }
    What you write here is not kept. The units' staff see only a first name and the order code.
not-kept = not kept

## Buttons

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
button-my-orders = My orders
button-place = Location
button-hours = Opening hours
button-cancel = Cancel ({ $unit })
button-cancel-sure = Yes, cancel
button-keep = No, keep it
button-take-quote = Accept quote ({ $unit })
button-decline-quote = Decline quote ({ $unit })

## Days

day-today = today, { DATETIME($day, weekday: "long", day: "numeric", month: "long") }
day-tomorrow = tomorrow, { DATETIME($day, weekday: "long", day: "numeric", month: "long") }
day = { DATETIME($day, weekday: "long", day: "numeric", month: "long") }

## The command menu

command-products = See products
command-cart = Your cart
command-orders = My orders
command-help = Help
command-privacy = My data
command-language = Bahasa Indonesia
