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
page-telegram = Continue on Telegram
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
page-chat-noscript = The chat needs JavaScript. Without it, the staff at the stand are glad to help.
page-chat-clear = Clear the chat history

page-forget = Clear the chat history?
page-forget-explained = The history is kept on this device only. If others use this device too, start as a new person; news of your orders will then no longer arrive here.
page-forget-lines = Clear the history
page-forget-all = Clear it and start as a new person
page-forget-cancel = Cancel
