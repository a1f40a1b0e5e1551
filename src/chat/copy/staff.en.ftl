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
    } The rest appear once those above are done.
staff-part-unknown = I cannot find that order. Type /orders to see what is open.

## Somebody was quicker

staff-at-time = at { $hour }:{ $minute }
staff-at-day-time = on { $day } at { $hour }:{ $minute }
staff-too-late-by =
    { $state ->
        [quoted] { $who } already named a price { $when }.
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
        [quoted] A price was already named { $when }.
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
staff-did-make-there = { $code } is made. Once it can be collected, press “Ready to collect”.
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
join-welcome-staff = **Welcome, { $name }!** You now belong to the staff of { $unit }. New orders arrive in this chat and need just a tap. Type /orders to see what is open.
join-welcome-keeper = **Welcome, { $name }!** You now are a stand keeper. Type a visitor's code or name to open their slip. /orders shows what is open, /tasks whom to call.
join-welcome-curator = **Welcome, { $name }!** You now are a curator of the stand.
join-welcome-admin = **Welcome, { $name }!** You now are an admin. Stock, prices, opening hours and invitations are under /admin.
join-button-parts = Open orders
join-button-tasks = People to call
join-button-help = Help
join-button-admin = Admin menu

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
keeper-tasks-more = And { $count } more.
keeper-task-done = { $code } has been called, thank you.
keeper-task-gone = That is already done.
keeper-button-called = Called: { $code }

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

## News for the keepers

notice-on-its-way = **{ $code }** ({ $name }): { $items } is made at { $unit } and on its way to { $place }. Once it is there, press the button below.
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
