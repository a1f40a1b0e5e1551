### Bahasa Indonesia. Tulisan tebal diapit **dua bintang**.

## Salam dan bantuan

welcome =
    { $sample ->
        [yes] Selamat datang di **{ $stand }**. Ini gerai contoh: harga, alamat, dan jamnya belum berlaku.
       *[no] Selamat datang di **{ $stand }**.
    }
    Di sini Anda bisa melihat karya Warga Binaan, bertanya, dan { $stage ->
        [interest] mencatatkan minat. Produknya belum dijual.
        [preorder] memesan dulu, tanpa bayar sekarang.
       *[selling] memesan.
    }
    Tulis saja apa yang dicari, misalnya “keripik 2 sama gantungan kunci 1”.
help =
    **Yang bisa saya bantu**
    • Lihat produk: tulis “ada apa aja” atau nomor di rak.
    • Tanya harga, stok, ukuran, bahan, asal, lokasi, jam buka, atau cara bayar.
    • Pesan: “keripik 2 sama gantungan kunci 1”.
    • Lihat atau batalkan pesanan: /pesanan
    • Data apa yang disimpan: /privasi
    Saya asisten otomatis; petugas gerai yang menyiapkan pesanannya. For English, type /english.
hello = Halo!
foreign = Halo! Saya melayani dalam bahasa Indonesia dan Inggris. Pilih saja yang ada di bawah fotonya.
hello-again = Halo! Kita lanjutkan, ya.
talk-thanks = Sama-sama, senang bisa membantu.
talk-goodbye = Baik, terima kasih sudah mampir. Sampai jumpa!
talk-subscribe = Terima kasih sudah berminat. Kabar produk baru belum bisa dilanggan di sini; silakan mampir lagi, ya.
talk-unsubscribe = Baik. Anda tidak berlangganan kabar apa pun dari kami, jadi tidak ada yang perlu dihentikan.
talk-abuse = Maaf kalau jawaban saya kurang pas. Saya bantu soal produk gerai, ya.
talk-inmate_info = Mohon maaf, soal pribadi Warga Binaan tidak bisa kami sampaikan. Yang bisa saya ceritakan: produk ini dibuat dalam program pembinaan kemandirian di unitnya.
talk-oos_immigration = Untuk paspor, visa, dan antrean, silakan ke loket informasi imigrasi, ya. Nomor paspor atau NIK tidak perlu dikirim ke sini.
talk-oos_prison = Untuk kunjungan atau titipan, silakan tanyakan ke layanan kunjungan lapas atau rutannya. Di sini saya hanya melayani produk gerai.
talk-out_of_scope = Wah, itu di luar urusan gerai. Kalau soal produk di etalase, saya siap bantu.
not-understood = Maaf, saya belum menangkap maksudnya. Bisa ditulis dengan kata lain, atau pilih di bawah ini?
not-understood-again = Maaf, masih belum jelas bagi saya. Petugas gerai di lounge bisa membantu langsung; atau pilih salah satu di bawah ini.
# Disusun oleh model bahasa dari keterangan yang ada; hanya kalau kantor memasangnya.
advice =
    { $answer }

    Jawaban ini disusun otomatis dari keterangan yang ada. Kalau masih ragu, petugas siap membantu.
answer-unclear = Maaf, saya belum menangkap jawabannya.
unsupported =
    { $what ->
        [voice] Maaf, pesan suara belum bisa saya dengarkan. Boleh ditulis?
        [sticker] Stikernya lucu! Kalau ada yang dicari, tulis saja, ya.
        [location] Terima kasih lokasinya, tapi tidak diperlukan. Pesanan diambil di tempatnya.
        [call] Maaf, di sini belum bisa menerima telepon. Tulis saja, ya.
       *[other] Maaf, kiriman seperti itu belum bisa saya baca. Boleh ditulis?
    }
photo-received = Terima kasih fotonya. Saya belum bisa membaca gambar; boleh ditulis apa yang dicari?
edited = Pesan yang diubah tidak saya baca ulang. Kalau ada yang berbeda, tulis lagi saja, ya.
old-button = Pilihan itu sudah tidak berlaku. Ini yang bisa dipilih sekarang:
toast-old-button = Tombol ini sudah tidak berlaku.
identity-number = Nomor NIK atau paspor tidak perlu dikirim ke sini, dan tidak saya simpan. Kalau ada yang mau ditanyakan atau dipesan, tulis lagi tanpa nomor itu, ya.
too-long = Pesannya terlalu panjang untuk saya. Boleh diringkas dan dikirim lagi? Belum ada yang saya catat.
language-set = Baik, kita pakai Bahasa Indonesia.
nothing-asked = Baik. Mau lihat produk atau pesan sesuatu? Tulis saja.
all-right = Baik, tidak apa-apa.
## Bicara dengan petugas

talk-wanted =
    Baik, petugas sudah saya kabari dan akan menjawab di obrolan ini.{ $hours ->
        [none] {""}
        [closed] { " " }Hari ini gerai tutup, jadi jawabannya mungkin agak lama.
       *[other] { " " }Gerai sedang tutup (hari ini { $hours }), jadi jawabannya mungkin agak lama.
    } Sambil menunggu, saya tetap bisa bantu.
talk-nobody = Petugas gerai ada di lounge pada jam buka, silakan langsung temui. Kalau ada yang bisa saya jawab dulu, tulis saja di sini.
talk-already = Petugas sedang di obrolan ini. Tulis saja, ya.
talk-begun = Anda sekarang mengobrol dengan **{ $who }**. Saya diam dulu; tulis saja langsung.
talk-says =
    **{ $who }**
    { $text }
talk-ended = { $who } sudah selesai di obrolan ini. Saya lanjutkan membantu, ya.
talk-left = Baik, kita lanjutkan. Ada yang bisa saya bantu?
talk-ran-out = { $who } sudah tidak di obrolan ini, jadi saya lanjutkan.
talk-over-already = Obrolan dengan petugas memang sudah selesai.
complaint-sent =
    Mohon maaf atas pengalaman yang kurang baik ini. { $code ->
        [none] Keluhannya sudah saya teruskan ke petugas; mereka menjawab di obrolan ini.
       *[other] Keluhannya sudah saya teruskan ke petugas beserta pesanan **{ $code }**; mereka menjawab di obrolan ini.
    }{ $hours ->
        [none] {""}
        [closed] { " " }Hari ini gerai tutup, jadi mungkin agak lama.
       *[other] { " " }Gerai sedang tutup (hari ini { $hours }), jadi mungkin agak lama.
    }
complaint-nobody = Mohon maaf atas pengalaman yang kurang baik ini. Tolong sampaikan ke petugas gerai beserta kode pesanannya, supaya bisa langsung ditangani.

## Pertanyaan untuk petugas

question-subject =
    { $subject ->
        [size] ukuran
        [weight] berat
        [thickness] tebal
        [colour] warna
        [material] bahan
        [strength] kekuatan
        [contents] isi
        [composition] komposisi
        [halal] status halal
        [pirt] nomor P-IRT
        [expiry] tanggal kedaluwarsa
        [allergen] alergen
        [spice] tingkat pedas
        [price] harga
        [discount] potongan harga
        [stock] stok
        [origin] asal
        [photo] foto
        [delivery] pengiriman
       *[payment] cara bayar
    }
question-about =
    { $name ->
        [none] { $about }
       *[other] { $about } **{ $name }**
    }
question-sent =
    { $unit ->
        [none] Sudah saya tanyakan ke petugas gerai. Jawabannya nanti masuk ke obrolan ini.
       *[other] Sudah saya tanyakan ke petugas { $unit }. Jawabannya nanti masuk ke obrolan ini.
    }
question-waits = Itu sudah saya tanyakan dan masih menunggu jawaban petugas, ya.
question-too-many = Masih ada beberapa pertanyaan yang menunggu jawaban. Kita tunggu itu dulu, ya.
question-nobody = Saat ini belum ada petugas yang bisa saya tanyai dari sini. Silakan tanya langsung di gerai, ya.
question-answered =
    Jawaban { $from ->
        [none] petugas gerai
       *[other] petugas { $from }
    } soal { $about }:
    { $answer }
text-in-language = { $text } (ditulis dalam bahasa { $language })

which-notice = Untuk pesanan yang mana?
which-choice = Maksudnya yang mana?
storage-down = Maaf, gerai sedang tidak bisa mencatat. Pesan tadi belum tersimpan; coba lagi sebentar lagi, ya.
storage-down-kept = Maaf, gerai sedang tidak bisa mencatat. Pesan tadi dibaca begitu sudah bisa lagi; tidak perlu dikirim ulang.
late = Maaf, pesan Anda pukul { $time } baru sampai di sini.
late-undone = Maaf, pesan Anda pukul { $time } baru sampai di sini, jadi belum ada yang saya ubah atau catat. Kalau masih perlu, kirim sekali lagi, ya.

## Produk

sample-of = { $text } (contoh)
products-head = **Produk di gerai**
units-head = Produk dari unit mana?
kinds-head = Mau lihat jenis yang mana?
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
product-gone = produk yang sudah tidak dipajang
product-gone-sorry = Maaf, produk itu sudah tidak ada di gerai.
nothing-here = Belum ada produk di sini.
price-confirmed = { RUPIAH($amount) }
price-sample = { RUPIAH($amount) } (contoh)
price-unknown = harga dikonfirmasi petugas
price-display = pajangan, belum dijual
price-from = mulai { $price }
price-per-unit = { $price } per { $unit }
price-variant = { $name }: { $price }
# Yang diketahui model bahasa tentang cara mendapatkan produk.
advice-mode =
    { $mode ->
        [display] hanya untuk dilihat di gerai
        [ready] bisa langsung dibawa dari gerai
        [preorder] dibuat dulu, lalu diambil
       *[quote] unitnya memberi penawaran lebih dulu
    }
availability-ready =
    { $name ->
        [none] { $qty ->
            [0] Stok di gerai sedang habis
           *[other] Stok di gerai: { $qty } { $unit }
        }
       *[other] { $name }: { $qty ->
            [0] stok habis
           *[other] stok { $qty } { $unit }
        }
    }
availability-preorder =
    { $days ->
        [0] Dibuat dulu setelah dipesan; lamanya dikonfirmasi petugas
       *[other] Dibuat dulu setelah dipesan, sekitar { $days } hari
    }
availability-quote = Harga dan waktunya diberikan unit lewat penawaran
availability-display = Untuk dilihat dulu, belum bisa dipesan
story =
    **{ $name }**
    { $story }
facts-head = **{ $name }**
fact-line = { $attribute }: { $value }
fact-unknown = belum diketahui
attribute =
    { $attribute ->
        [size] Ukuran
        [weight] Berat
        [thickness] Tebal
        [colour] Warna
        [material] Bahan
        [strength] Kekuatan
        [contents] Isi
        [composition] Komposisi
        [halal] Halal
        [pirt] P-IRT
        [expiry] Kedaluwarsa
        [allergen] Alergen
        [spice] Tingkat pedas
       *[other] Keterangan
    }

## Tanya jawab

price-answer = **{ $name }**: { $prices }
discount-answer = Harga **{ $name }** sama untuk semua: { $prices }. Untuk jumlah besar, tanyakan ke petugas gerai, ya.
stock-answer = **{ $name }**: { $availability }
origin-answer = **{ $name }** dibuat oleh Warga Binaan di { $unit }. { $story }
origin-all =
    Semua produk di sini karya Warga Binaan dari:
    { $units }
photo-answer = Ini fotonya: **{ $name }**
photo-none = Maaf, foto **{ $name }** belum ada.
fact-known = { $attribute } **{ $name }**: { $value }
fact-not-known =
    Soal { $attribute ->
        [size] ukuran
        [weight] berat
        [thickness] tebal
        [colour] warna
        [material] bahan
        [strength] kekuatan
        [contents] isi
        [composition] komposisi
        [halal] halal
        [pirt] nomor P-IRT
        [expiry] tanggal kedaluwarsa
        [allergen] alergen
        [spice] tingkat pedas
       *[other] itu
    } **{ $name }**, kami belum punya keterangan yang pasti dan tidak mau menebak. Mau saya tanyakan ke petugasnya?
variants-answer = **{ $name }** ada beberapa pilihan: { $names }.
variants-one = **{ $name }** hanya ada satu macam.
unmet-wish = Maaf, yang itu belum ada di gerai. Terima kasih sudah menanyakan; minatnya saya catat. Yang ada sekarang:
which-meaning = Maaf, saya kurang yakin maksudnya. Yang mana?
ask-more-or-all = Di keranjang sudah ada. { $line }, maksudnya yang mana?
meaning =
    { $intent ->
        [ask_price] Harganya
        [ask_stock] Stoknya
        [ask_photo] Fotonya
        [ask_discount] Potongan harga
        [ask_spec] Ukuran dan ciri-cirinya
        [ask_ingredients] Bahan dan kehalalannya
        [ask_origin] Asal pembuatannya
        [place_order] Pesan
        [list_products] Lihat produk
        [ask_location] Lokasi
        [ask_hours] Jam buka
        [ask_payment] Cara bayar
        [ask_delivery] Pengiriman
        [order_status] Pesanan saya
        [cancel_order] Membatalkan pesanan
        [change_order] Mengubah isi keranjang
        [privacy_request] Data saya
        [help] Bantuan
       *[talk_to_human] Bicara dengan petugas
    }{ $name ->
        [none] {""}
       *[other] { ": " }{ $name }
    }
which-product = Soal produk yang mana?
place-answer =
    **{ $place }**
    { $address }
place-others = Beberapa produk diambil di tempat lain:
hours-answer = Jam buka **{ $place }**:
hours-day =
    { $hours ->
        [none] { $day }, **{ $place }** tutup.
       *[other] { $day }, **{ $place }** buka { $hours }.
    }
hours-closed = tutup
hours-unknown = Jam bukanya belum diketahui.
payment-unknown = Cara pembayarannya masih disepakati. Memesan dulu tidak apa-apa; petugas yang memberi tahu saat diambil.
delivery-unknown = Untuk saat ini pesanan diambil sendiri. Soal pengiriman belum ada ketentuannya.

## Keranjang

ask-add = Mau saya masukkan { $line } ke keranjang?
button-add = Ya, masukkan

ask-quantity = Mau berapa { $unit } **{ $name }**?
ask-variant = **{ $name }** yang mana?
repeated = Ini pesanan terakhir Anda ({ $code }), saya masukkan lagi:
repeat-none = Belum ada pesanan sebelumnya di obrolan ini. Mau pesan apa?
order-what = Mau pesan yang mana?
change-what = Yang mana yang mau diubah?
line = { $qty } × { $name }
line-priced = { $line } – { $price }
cart-head = **Keranjang**
cart-line = • { $line } – { $price }
cart-empty = Keranjang masih kosong.
cart-new = Keranjang yang tadi sudah selesai, jadi ini keranjang baru.
cart-cleared = Baik, keranjangnya dikosongkan.
ask-clear-cart = Kosongkan keranjang, atau ada pesanan yang mau dibatalkan?
only-display = **{ $name }** masih pajangan, belum bisa dipesan. Boleh dilihat dan ditanyakan.
quantity-whole = **{ $name }** dihitung per { $unit } utuh. Mau berapa { $unit }?
quantity-positive = Jumlah **{ $name }** minimal satu. Mau berapa?
quantity-too-many = Wah, banyak sekali. Sekali pesan paling banyak { $max } { $unit } **{ $name }**. Mau berapa?
converted =
    { $qty } { $unit ->
        [m2] m²
        [m3] m³
        [dus] dus
        [kg] kg
       *[other] { $unit }
    } **{ $name }** kira-kira { $pieces } { $saleUnit }.
cart-has-fewer =
    { $qty ->
        [0] **{ $name }** belum ada di keranjang, jadi tidak ada yang dikurangi.
       *[other] Di keranjang hanya ada { $qty } { $unit } **{ $name }**. Mau jadi berapa?
    }
quantity-other-unit = **{ $name }** kami hitung per { $unit }. Kira-kira berapa { $unit }?
stock-none = Maaf, stok **{ $name }** di gerai sedang habis.
stock-short = Maaf, stok **{ $name }** di gerai tinggal { $left } { $unit }.
nothing-ordered-yet = Belum ada yang dipesan.

## Sampai konfirmasi

ask-pick-up = { $items } diambil di { $place }. Mau diambil kapan?
ask-come-back =
    { $items } dibuat dulu di { $unit }{ $days ->
        [0] .
       *[other] , sekitar { $days } hari.
    } Nanti diambil di { $place }. Rencananya ke sini lagi hari apa?
pick-up-now-at = sekarang, di { $place }
pick-up-on-at = { $place }, { $day }
pick-up-later-at = { $place }, dikabari kalau sudah siap
pick-up-not-now = Maaf, { $place } sedang tutup.
pick-up-day-needed = Barangnya sudah ada, jadi tinggal pilih harinya, ya.
pick-up-past = Hari itu sudah lewat.
pick-up-too-far = Paling jauh { $days } hari dari sekarang, ya.
pick-up-too-early = Hari itu belum bisa. Paling cepat { $day }.
pick-up-closed = Maaf, { $place } tutup pada { $day }.
ask-name = Pesanannya atas nama siapa?
name-unclear = Maaf, namanya belum terbaca. Cukup nama panggilan, paling panjang { $max } huruf.
why-phone = Supaya petugas bisa menghubungi Anda kalau ada yang berubah pada pesanan. Tidak wajib, dan hanya dipakai untuk pesanan ini.
why-name = Supaya petugas tahu pesanan ini milik siapa saat diambil. Nama panggilan saja cukup.
quote-waits = Ada penawaran yang menunggu jawaban Anda. Diterima?
ask-phone = Nomor HP kalau sewaktu-waktu perlu dihubungi? Boleh dilewati.
phone-unclear = Nomor itu sepertinya belum lengkap. Contoh: 0812 3456 7890. Boleh juga dilewati.
phone-not-needed = Terima kasih, nomornya belum diperlukan dan tidak saya simpan.
summary-head = **Ringkasan pesanan**
summary-head-interest = **Minat Anda**
summary-quote = { $place }; harga dan harinya diberikan unit dulu
summary-name =
    { $phone ->
        [none] Atas nama { $name }
       *[other] Atas nama { $name }, { $phone }
    }
privacy-notice = Data Anda: { $keeper } Rinciannya: /privasi
ask-confirm = Sudah benar?
ask-confirm-interest = Produknya belum dijual; ini hanya dicatat sebagai minat. Catat?
confirm-still-open = Pesanannya masih menunggu konfirmasi Anda.
changed-meanwhile = Ada yang berubah di gerai sejak ringkasan tadi. Ini yang terbaru:
summary-newer = Isi keranjangnya sudah berubah sejak ringkasan itu. Ini yang terbaru:
not-confirmed = Baik, belum dipesan. Apa yang mau diubah?
nothing-to-confirm = Tidak ada yang menunggu konfirmasi. Kalau tadi sudah ditekan, pesanannya sudah tercatat.
order-placed =
    Terima kasih, pesanannya sudah tercatat.

    { $slip }

    Tunjukkan kodenya saat mengambil, ya.
interest-recorded = Terima kasih, minatnya sudah dicatat. Produknya belum dijual, jadi belum ada yang dipesan.
total = Jumlah: **{ RUPIAH($amount) }**
total-partly = Jumlah: **{ RUPIAH($amount) }**, ditambah yang harganya dikonfirmasi petugas
total-open = Jumlah: harga dikonfirmasi petugas

## Pesanan

slip-head =
    Kode **{ $code }**
    Atas nama { $name }
slip-payment =
    { $status ->
        [paid] Sudah dibayar{ $method ->
            [cash] { " " }tunai
            [qris] { " " }lewat QRIS
           *[none] {""}
        }
       *[unpaid] Belum dibayar
    }
part-head = **{ $unit }**
part-where = Ambil: { $where }
part-status = Status: { $status }
part-quote = Penawaran unit: **{ RUPIAH($amount) }**
part-quote-until = Penawaran unit: **{ RUPIAH($amount) }**, berlaku sampai { $until }
part-state =
    { $state ->
        [new] menunggu jawaban unit
        [quoted] menunggu jawaban Anda atas penawaran
        [accepted] diterima, sedang dikerjakan
        [made] selesai dibuat, menuju tempat ambil
        [ready] siap diambil
        [collected] sudah diambil
        [rejected] tidak dapat dipenuhi
        [cancelled] dibatalkan
       *[expired] berakhir karena lewat waktu
    }
my-orders-head = **Pesanan Anda**
my-interests = **Minat yang tercatat**
order-line =
    { $code } – { $items } – { $state ->
        [open] diproses
        [ready] siap diambil
        [done] selesai
       *[closed] berakhir
    }
order-more =
    { $items } – { $state ->
        [open] diproses
        [ready] siap diambil
        [done] selesai
       *[closed] berakhir
    }
no-orders = Belum ada pesanan dari obrolan ini.
order-unknown = Pesanan dengan kode itu tidak ada di obrolan ini. Coba periksa lagi kodenya.
cancelling = Bisa. Pesanan bisa dibatalkan lewat “Pesanan saya” selama belum selesai dibuat; barang dari stok gerai, selama belum diambil.
ask-cancel = Batalkan { $items } dari pesanan { $code }?
cancelled = Baik, { $items } dari pesanan { $code } sudah dibatalkan.
cannot-now = Maaf, itu sudah tidak bisa. Statusnya sekarang: { $status }.
quote-taken = Terima kasih, penawarannya diterima. Unit mulai mengerjakan.
quote-declined = Baik, penawaran untuk pesanan { $code } ditolak dan bagiannya dibatalkan.
quote-lapsed = Maaf, penawaran itu sudah tidak berlaku. Lihat pesanan Anda untuk yang terbaru.
unit-cancelled = Pesanan **{ $code }** ({ $name }) dibatalkan pemesannya: { $items }.
unit-quote-taken = Penawaran untuk **{ $code }** ({ $name }) diterima: { $items }. Silakan dikerjakan.
unit-quote-declined = Penawaran untuk **{ $code }** ({ $name }) ditolak pemesannya: { $items }.

## Data pribadi

privacy =
    **Data yang disimpan tentang Anda**
    Nama: { $name }
    Nomor HP: { $phone }
    Pesanan: { $orders }
    Obrolan: { $channels }

    { $keeper }
    Yang Anda tulis tidak disimpan, kecuali yang diteruskan ke petugas: pertanyaan, keluhan, dan obrolan dengan mereka. Petugas unit melihat nama depan, kode, dan isi pesanan; nomor HP hanya kalau mereka memintanya di sini, dan itu dicatat.
privacy-advice = Kalau pertanyaan tidak saya pahami, isinya bisa diteruskan ke layanan model bahasa yang dipilih kantor ini, untuk menyusun jawaban dari keterangan yang ada. Nomor, kode, dan nama orang disamarkan dulu sejauh dikenali; data di atas tidak ikut dikirim.
not-kept = tidak disimpan

## Satu orang di dua saluran

channel-telegram = Telegram
channel-web = web
channel-whatsapp-web = WhatsApp
channel-whatsapp-cloud = WhatsApp
channel-same = obrolan lain
connect-code =
    Supaya keranjang dan pesanan Anda sama di obrolan lain, kirim kode ini dari sana:

    **{ $code }**
    { $links ->
        [none] {""}
       *[other]
            { "" }
            Atau buka dari sana:
            { $links }
    }

    Kodenya berlaku sepuluh menit dan hanya sekali. Jangan berikan kepada orang lain: siapa pun yang memakainya ikut melihat pesanan Anda.
connect-unknown = Kode itu tidak saya kenal. Kode baru bisa diminta dari obrolan yang satunya dengan /sambung.
connect-over = Kode itu sudah dipakai atau sudah lewat sepuluh menit. Kode baru bisa diminta dari obrolan yang satunya dengan /sambung.
connect-own-code = Kode ini dibuat di sini. Kirim dari obrolan Anda yang lain, ya.
connect-already = Kedua obrolan ini sudah tersambung: keranjang dan pesanannya sama.
connect-ask =
    Kode ini dari obrolan di { $where }{ $name ->
        [none] {""}
       *[other] {" "}atas nama { $name }
    }. Kalau disambungkan, keranjang dan pesanan di kedua obrolan jadi satu dan terlihat di keduanya.

    Lanjutkan hanya kalau itu obrolan Anda sendiri.
connect-two-carts =
    Kedua obrolan punya keranjang:
    • di sini: { $here }
    • di { $where }: { $there }

    Mana yang dipakai?
connect-button = Ya, sambungkan
connect-button-here = Keranjang di sini
connect-button-there = Keranjang di { $where }
connect-button-both = Gabungkan keduanya
connect-button-not = Bukan, jangan
connect-done = Sudah tersambung dengan obrolan Anda di { $where }. Keranjang dan pesanannya sekarang sama.
connect-told = Obrolan ini sekarang tersambung dengan obrolan Anda di { $where }: keranjang dan pesanannya sama. Kalau bukan Anda yang menyambungkan, segera bicara dengan petugas.

## Tombol

# Opens a list where a channel shows choices in one; 20 characters at most.
choices-open = Pilih
choices-write = Tulis “{ $label }”
button-products = Lihat produk
button-by-unit = Menurut unit
button-by-kind = Menurut jenis
button-order = Pesan
button-want = Saya berminat
button-story = Cara dibuat
button-facts = Keterangan
button-cart = Keranjang
button-checkout = Lanjut pesan
button-less = − { $name }
button-more = + { $name }
button-clear = Kosongkan
button-clear-sure = Ya, kosongkan
button-take-left = Ambil { $left } saja: { $name }
button-take-out = Keluarkan { $name }
button-now = Sekarang
button-when-ready = Kabari kalau sudah siap
button-skip = Lewati
button-share-phone = Bagikan nomor saya
button-confirm = Ya, pesan
button-confirm-interest = Ya, catat minat
button-change-cart = Ubah isi
button-change-pick-up = Ubah waktu ambil
button-change-name = Ubah nama
button-change-phone = Ubah nomor
button-my-orders = Pesanan saya
button-ask-staff = Tanyakan { $about } ke petugas
button-connect-chat = Lanjut di obrolan lain
button-ask-person = Bicara dengan petugas
button-leave-talk = Kembali ke asisten
button-in-all = Jadi { $qty } saja
button-that-many-more = Tambah { $qty }
button-place = Lokasi
button-hours = Jam buka
button-cancel = Batalkan ({ $unit })
button-cancel-sure = Ya, batalkan
button-keep = Tidak jadi batal
button-take-quote = Terima penawaran ({ $unit })
button-decline-quote = Tolak penawaran ({ $unit })

## Hari

day-today = hari ini, { DATETIME($day, weekday: "long", day: "numeric", month: "long") }
day-tomorrow = besok, { DATETIME($day, weekday: "long", day: "numeric", month: "long") }
day = { DATETIME($day, weekday: "long", day: "numeric", month: "long") }
day-of-year = { DATETIME($day, weekday: "long", day: "numeric", month: "long", year: "numeric") }

## Menu perintah

command-products = Lihat produk
command-cart = Keranjang
command-orders = Pesanan saya
command-help = Bantuan
command-privacy = Data saya
command-language = English

### Kalimat untuk petugas UPT, petugas gerai, admin, dan kabar mereka kepada pengunjung.

not-yours = Maaf, pilihan ini hanya untuk petugas yang menanganinya.

## Kartu pesanan

card-head = **{ $code }** · { $name } · { $unit }
card-head-new = **Pesanan baru { $code }** dari { $name } untuk { $unit }
card-head-stock = **{ $code }** dari { $name }: stok { $unit } di gerai. Sekadar info, tidak perlu dijawab.
card-wish = Keinginan pengunjung: { $day }
staff-state =
    { $state ->
        [new] menunggu jawaban
        [quoted] penawaran terkirim, menunggu pengunjung
        [accepted] diterima, sedang dibuat
        [made] selesai dibuat
        [ready] siap diambil
        [collected] sudah diserahkan
        [rejected] ditolak
        [cancelled] dibatalkan
       *[expired] waktunya habis
    }
button-accept = Terima
button-quote = Beri harga
button-made = Selesai dibuat
button-ready = Siap diambil
button-show-phone = Nomor pemesan
phone-of = Nomor { $name } (**{ $code }**): { $phone }. Gunakan hanya untuk pesanan ini; tampilan ini dicatat.
phone-not-left = { $name } (**{ $code }**) tidak meninggalkan nomor.
button-reject = Tolak
staff-button-hand-over = Serahkan
staff-button-slip = Lihat slip
staff-button-not-now = Nanti saja
staff-button-arrived = Sudah tiba dan siap

## Pesanan yang masih berjalan

staff-open-none = Tidak ada pesanan yang menunggu. Terima kasih sudah memeriksa.
staff-open-state =
    { $state ->
        [new] **Menunggu jawaban**
        [accepted] **Sedang dibuat**
        [made] **Selesai dibuat, belum di tempat ambil**
        [quoted] **Menunggu keputusan pengunjung**
       *[ready] **Siap diambil**
    }
staff-open-line = • { $code } · { $name }: { $items }
staff-open-line-of = • { $code } · { $name }: { $items } ({ $unit })
staff-open-more = Masih ada { $count } lagi. Yang lain muncul setelah yang di bawah ini selesai.
staff-part-unknown = Pesanan itu tidak saya temukan. Ketik /pesanan untuk melihat yang masih berjalan.

## Hadir di awal giliran

on-duty =
    { $until ->
        [none] Terima kasih sudah hadir, { $who }. Kabar pesanan dan pertanyaan pengunjung masuk ke obrolan ini.
       *[other] Terima kasih sudah hadir, { $who }. Kabar pesanan dan pertanyaan pengunjung masuk ke obrolan ini sampai { $until }. Setiap pesan Anda memperpanjangnya; cukup tulis “hadir” lagi di awal giliran berikutnya.
    }
on-duty-until = { $day } pukul { $hour }.{ $minute }
on-duty-waiting =
    { $count ->
        [0] Saat ini belum ada pesanan yang menunggu.
       *[other] Pesanan yang masih berjalan: { $count }.
    }

## Sudah lebih dulu

staff-at-time = pukul { $hour }.{ $minute }
staff-at-day-time = pada { $day } pukul { $hour }.{ $minute }
staff-too-late-by =
    { $state ->
        [quoted] Harganya sudah diberikan oleh { $who } { $when }.
        [accepted] Sudah diterima oleh { $who } { $when }.
        [made] Sudah ditandai selesai dibuat oleh { $who } { $when }.
        [ready] Sudah ditandai siap diambil oleh { $who } { $when }.
        [collected] Sudah diserahkan oleh { $who } { $when }.
        [rejected] Sudah ditolak oleh { $who } { $when }.
        [cancelled] Sudah dibatalkan oleh { $who } { $when }.
       *[other] Sudah diubah oleh { $who } { $when }.
    }
staff-too-late-alone =
    { $state ->
        [quoted] Harganya sudah diberikan { $when }.
        [accepted] Pengunjung sudah menyetujui harganya { $when }.
        [made] Sudah ditandai selesai dibuat { $when }.
        [ready] Sudah siap diambil sejak { $when }.
        [collected] Sudah diserahkan { $when }.
        [rejected] Sudah ditolak { $when }.
        [cancelled] Sudah dibatalkan pengunjung { $when }.
       *[expired] Waktunya sudah habis { $when }.
    }
staff-too-late = Keadaannya sudah berubah, jadi langkah itu tidak bisa lagi.
staff-not-yet =
    { $first ->
        [quote] Untuk pesanan ini, beri harga dulu ya.
       *[accept] Pesanan ini belum diterima. Terima dulu ya.
    }

## Terima

staff-ask-ready-day =
    **{ $code }**: { $items }
    Kapan bisa diambil? Pilih harinya, atau ketik sendiri, misalnya “senin depan” atau “28/11”.
staff-day-unclear = Maaf, harinya belum terbaca. Contohnya “besok”, “jumat”, atau “28/11”.
staff-day-past = Hari itu sudah lewat.
staff-day-too-far = Hari itu terlalu jauh, paling lama { $days } hari dari sekarang.
staff-day-closed = { $place } tutup pada hari itu: { $day }.
staff-did-accept = Pesanan { $code } diterima. Siap: { $day }. Pengunjung sudah kami kabari.

## Tolak

staff-ask-reason =
    **{ $code }**: { $items }
    Apa alasannya? Pengunjung akan membacanya.
staff-reason =
    { $reason ->
        [sold-out] Stok habis
        [materials] Bahan tidak ada
        [capacity] Bengkel sedang penuh
        [too-many] Jumlahnya terlalu banyak
       *[other] Alasan lain
    }
staff-ask-note = Tulis alasannya untuk { $code } dengan kata-kata sendiri, paling panjang { $max } huruf. Mohon tanpa nama atau keterangan tentang Warga Binaan.
staff-note-unclear = Maaf, alasannya belum terbaca.
staff-note-too-long = Maaf, itu agak kepanjangan.
staff-did-reject = Pesanan { $code } ditolak. Alasannya sudah kami sampaikan kepada pengunjung.

## Selesai dibuat dan siap

staff-did-make = { $code } selesai dibuat. Petugas gerai kami kabari bahwa barangnya akan diantar.
staff-did-make-there = { $code } selesai dibuat. Kalau sudah bisa diambil, pilih “Siap diambil”.
staff-did-ready = { $code } siap diambil. Pengunjung sudah kami kabari.
staff-keeper-confirms = Barang ini diambil di gerai, jadi petugas gerai yang memastikannya di sana.

## Penawaran

staff-ask-amount =
    **{ $code }**: { $items }
    Berapa harga seluruhnya? Contohnya “150rb” atau “Rp 1.250.000”.
staff-amount-unclear = Maaf, harganya belum terbaca. Tulis satu angka saja, ya.
staff-amount-total = Pengunjung menerima satu harga untuk semuanya. Tulis jumlah seluruhnya, ya.
staff-amount-positive = Harganya harus lebih dari nol.
staff-amount-absurd = Angkanya besar sekali. Coba periksa lagi nolnya.
staff-ask-quote-day = Harga: **{ RUPIAH($amount) }**. Kalau disetujui, kapan bisa diambil? Pilih harinya, atau ketik sendiri.
staff-ask-valid = Harga: **{ RUPIAH($amount) }**, siap: { $day }. Berlaku berapa hari? Pilih, atau ketik misalnya “10 hari”.
staff-valid-days = { $days } hari
staff-valid-unclear = Masa berlakunya 1 sampai { $max } hari, ya.
staff-valid-which = Maksudnya { $days } hari, atau pilihan nomor { $days } tadi?
staff-quote-restart = Kita mulai lagi dari harganya, ya.
staff-did-quote = Penawaran { RUPIAH($amount) } untuk { $code } sudah dikirim. Berlaku sampai: { $until }.

## Pertanyaan pengunjung

staff-question =
    **Pertanyaan no. { $number }** dari pengunjung: { $about }
    { $words ->
        [none] {""}
       *[other] “{ $words }”
    }
    Balas pesan ini, pilih “Jawab”, atau tulis “{ $number } jawabannya”.
staff-button-answer = Jawab
staff-ask-answer = Apa jawabannya soal { $about }? Paling panjang { $max } huruf, dan mohon tanpa nama atau keterangan tentang Warga Binaan.
staff-answer-unclear = Maaf, jawabannya belum terbaca.
staff-did-answer = Terima kasih, jawabannya sudah kami sampaikan. Disimpan juga, supaya pengunjung berikutnya langsung tahu?
staff-did-answer-only = Terima kasih, jawabannya sudah kami sampaikan.
staff-button-keep =
    { $days ->
        [0] Simpan seterusnya
        [365] Simpan 1 tahun
       *[other] Simpan { $days } hari
    }
staff-did-keep =
    { $until ->
        [none] Tersimpan: { $about }. Berlaku sampai diganti.
       *[other] Tersimpan: { $about }. Berlaku sampai { $until }.
    }
staff-question-answered =
    Sudah dijawab oleh { $who } { $when }:
    { $answer }

## Obrolan dengan pengunjung

staff-talk-wanted =
    { $reason ->
        [complaint] **Keluhan** dari { $name ->
            [none] pengunjung
           *[other] { $name }
        }{ $code ->
            [none] {""}
           *[other] { " " }soal pesanan **{ $code }**: { $items }
        }
       *[asked] { $name ->
            [none] Seorang pengunjung
           *[other] { $name }
        } ingin bicara dengan petugas
    }
    { $words ->
        [none] {""}
       *[other] “{ $words }”
    }
staff-button-take-talk = Balas pengunjung
staff-button-end-talk = Selesai
staff-talk-begun =
    { $name ->
        [none] Anda sekarang mengobrol dengan pengunjung ini.
       *[other] Anda sekarang mengobrol dengan { $name }.
    } Semua yang Anda tulis di sini disampaikan kepadanya, sampai Anda memilih “Selesai” atau satu jam tanpa kabar dari Anda. Mohon tanpa nama atau keterangan tentang Warga Binaan.
staff-talk-says =
    { $name ->
        [none] **Pengunjung**
       *[other] **{ $name }**
    }
    { $what ->
        [none] { $text }
        [photo] (mengirim foto, tidak bisa diteruskan){ $text ->
            [none] {""}
           *[other] { " " }{ $text }
        }
       *[other] (mengirim sesuatu yang tidak bisa diteruskan)
    }
staff-talk-left =
    { $name ->
        [none] Pengunjung
       *[other] { $name }
    } kembali ke asisten. Obrolannya selesai.
staff-talk-ended =
    { $name ->
        [none] Obrolan selesai dan kembali ke asisten. Terima kasih.
       *[other] Obrolan dengan { $name } selesai dan kembali ke asisten. Terima kasih.
    }
staff-talk-over = Obrolan itu sudah selesai.
staff-talk-taken = Obrolan itu sedang ditangani { $who }.
staff-talk-first =
    { $name ->
        [none] Anda masih mengobrol dengan pengunjung lain. Selesaikan dulu, ya.
       *[other] Anda masih mengobrol dengan { $name }. Selesaikan dulu, ya.
    }
staff-talk-ran-out =
    { $name ->
        [none] Sudah lebih dari satu jam, jadi obrolannya kembali ke asisten dan pesan barusan tidak terkirim.
       *[other] Sudah lebih dari satu jam, jadi obrolan dengan { $name } kembali ke asisten dan pesan barusan tidak terkirim.
    } Kalau masih perlu, pilih “Balas pengunjung” lalu tulis lagi.

## Bergabung

join-unknown = Undangan ini tidak kami kenal. Coba periksa tautannya, atau minta yang baru kepada admin.
join-used = Undangan ini sudah dipakai. Minta yang baru kepada admin, ya.
join-expired = Undangan ini sudah lewat masa berlakunya. Minta yang baru kepada admin, ya.
join-already =
    { $role ->
        [staff] Anda sudah terdaftar sebagai petugas { $unit }.
        [keeper] Anda sudah terdaftar sebagai petugas gerai.
        [curator] Anda sudah terdaftar sebagai kurator.
       *[admin] Anda sudah terdaftar sebagai admin.
    }
join-welcome-staff = **Selamat bergabung, { $name }!** Anda kini petugas { $unit }. Pesanan baru masuk ke obrolan ini, cukup dijawab dengan satu pilihan. Ketik /pesanan untuk melihat yang masih berjalan.
join-welcome-keeper = **Selamat bergabung, { $name }!** Anda kini petugas gerai. Ketik kode atau nama pengunjung untuk membuka slipnya. /pesanan menampilkan yang masih berjalan, /tugas menampilkan yang perlu ditelepon.
join-welcome-curator = **Selamat bergabung, { $name }!** Anda kini kurator gerai.
join-welcome-admin = **Selamat bergabung, { $name }!** Anda kini admin. Stok, harga, jam buka, dan undangan diatur lewat /admin.
join-button-parts = Pesanan berjalan
join-button-tasks = Perlu ditelepon
join-button-help = Bantuan
join-button-admin = Menu admin

## Grup petugas

group-linked =
    **Grup ini kini tersambung sebagai petugas { $unit }.** Pesanan dan pertanyaan pengunjung masuk ke sini.
    Siapa pun yang ada di grup ini dapat menjawab atas nama { $unit }, dan namanya terbaca oleh rekan-rekannya. Mohon pastikan hanya petugas yang menjadi anggota.
    Jawab dengan menekan tombolnya, mengetik nomornya, atau membalas pesan kami. Obrolan lain di grup ini tidak kami simpan. /pesanan menampilkan yang masih berjalan, /lepas memutus sambungan grup.
group-already = Grup ini sudah tersambung sebagai petugas { $unit }. Untuk unit lain, ketik /lepas dulu.
group-only-staff = Undangan ini untuk satu orang, bukan untuk grup. Silakan buka di chat pribadi dengan kami, ya.
group-unlinked = Grup ini tidak lagi tersambung sebagai petugas { $unit }. Terima kasih atas bantuannya selama ini. Untuk menyambungkannya lagi, minta undangan baru kepada admin.
group-help =
    Grup ini tersambung sebagai petugas { $unit }.
    • /pesanan: yang masih berjalan
    • Menjawab: tekan tombolnya, ketik nomornya, atau balas pesan kami
    • /lepas: memutus sambungan grup ini
group-reply-here = Menjawab dengan kata-kata: balas (reply) pesan ini.
group-by = **{ $who }**: { $text }
group-somebody = Anggota grup
group-no-phone = Nomor pengunjung tidak kami tampilkan di grup, supaya tidak terbaca semua orang. Petugas yang terdaftar sendiri dapat membukanya untuk pesanan **{ $code }** di chat pribadi dengan kami, lewat /pesanan.
group-no-talk = Pengunjung dibalas dari chat pribadi, bukan dari grup: oleh petugas gerai, atau petugas unit yang terdaftar sendiri.
command-group-orders = Pesanan yang masih berjalan
command-unlink = Putus sambungan grup ini

## Petugas gerai

keeper-code-foreign = “{ $code }” bukan kode dari gerai ini. Kode kami berbentuk seperti R4K-7NP.
keeper-code-unknown = Kode { $code } tidak ada di sini. Coba periksa hurufnya, atau cari dengan nama.
keeper-code-used = **Kode { $code } sudah dipakai**, barangnya sudah diserahkan.
keeper-code-used-when =
    { $who ->
        [none] **Kode { $code } sudah dipakai**, barangnya diserahkan { $when }.
       *[other] **Kode { $code } sudah dipakai**, barangnya diserahkan oleh { $who } { $when }.
    }
keeper-code-closed = Pesanan { $code } sudah ditutup, tidak ada yang diserahkan.
keeper-name-unknown = Tidak ada pesanan berjalan atas nama “{ $name }”. Coba dengan kodenya.
keeper-name-several = Ada { $count } pesanan atas nama “{ $name }”. Yang mana?
keeper-name-more = Dan { $count } lagi. Tulis namanya lebih lengkap, ya.
keeper-button-hand-over = Serahkan { $items }
keeper-button-arrived = Sudah tiba: { $items }
keeper-button-ready = Siap diambil: { $items }
keeper-button-cash = Lunas tunai
keeper-button-qris = Lunas QRIS
keeper-button-unpaid = Batalkan catatan lunas
keeper-did-hand-over = **{ $code } sudah diserahkan.** Terima kasih.
keeper-paid-already = Pembayarannya sudah tercatat. Kalau keliru, batalkan dulu catatan lunasnya.
keeper-not-paid = Belum ada pembayaran yang tercatat.
keeper-payment-unknown = Pesanan itu tidak saya temukan, jadi tidak ada yang dicatat.
keeper-tasks-none = Tidak ada pengunjung yang perlu ditelepon.
keeper-tasks-head = **Mohon ditelepon**, pesan kami tidak sampai kepada mereka:
keeper-task = • { $code } · { $name } · { $phone }
keeper-task-no-phone = • { $code } · { $name } · tanpa nomor, tunggu di gerai
keeper-task-more =
    { $name } · { $phone ->
        [none] tanpa nomor, tunggu di gerai
       *[other] { $phone }
    }
keeper-tasks-more = Masih ada { $count } lagi setelah ini.
keeper-task-done = { $code } sudah ditelepon, terima kasih.
keeper-task-gone = Tugas itu sudah selesai.
keeper-button-called = Sudah: { $code }

## Admin

admin-menu =
    **Menu admin**
    { $stage ->
        [interest] Gerai sedang memamerkan produk dan mencatat minat.
        [preorder] Gerai sedang menerima pesanan tanpa pembayaran.
       *[selling] Gerai sedang berjualan.
    } Produk di etalase: { $products }.
admin-button-menu = Menu admin
admin-button-orders = Semua pesanan
admin-button-stock = Hitung stok
admin-button-price = Ubah harga
admin-button-mode = Ubah cara jual
admin-button-hours = Ubah jam buka
admin-button-stage = Ubah tahap gerai
admin-button-invite = Undang petugas
admin-gone = Itu sudah tidak ada di gerai.

admin-orders-none = Tidak ada pesanan yang berjalan.
admin-orders-head = **Pesanan berjalan: { $count }**
admin-orders-more = Masih ada { $count } lagi.
admin-order = **{ $code }** · { $name }
admin-order-part = • { $unit }: { $items } ({ $state })

admin-pick-product =
    { $purpose ->
        [stock] Stok produk mana yang dihitung?
        [price] Harga produk mana yang diubah?
       *[mode] Cara jual produk mana yang diubah?
    }
admin-pick-variant = { $name } yang mana?
admin-no-products =
    { $purpose ->
        [stock] Belum ada produk yang dijual dari stok gerai.
       *[other] Belum ada produk di etalase.
    }

admin-ask-stock =
    **{ $name }**: tercatat { $count } { $unit } di gerai, { $promised } di antaranya sudah dipesan.
    Berapa yang ada sekarang? Tulis angkanya, atau “batal”.
admin-stock-unclear = Maaf, jumlahnya belum terbaca. Tulis angka bulat, misalnya “12”.
admin-stock-same = Stok { $name } cocok: { $count } { $unit }. Tidak ada yang diubah.
admin-stock-promised = { $name } sudah dipesan { $promised } { $unit }, jadi { $count } belum bisa dicatat. Coba hitung lagi, atau batalkan pesanannya dulu.
admin-stock-changed = Stok { $name } dicatat **{ $count } { $unit }** (tadinya { $before }).
admin-stock-none-kept = { $name } tidak dijual dari stok gerai, jadi tidak ada stok yang dihitung.

admin-ask-price =
    **{ $name }** per { $unit }: { $price }
    Berapa harganya sekarang? Misalnya “15rb”, “belum tahu” kalau belum pasti, atau “batal”.
admin-price-unclear = Maaf, harganya belum terbaca. Tulis satu angka saja, ya.
admin-price-positive = Harganya harus lebih dari nol. Kalau belum pasti, tulis “belum tahu”.
admin-price-absurd = Angkanya besar sekali. Coba periksa lagi nolnya.
admin-price-same = Harga { $name } memang sudah begitu: { $price }.
admin-price-changed = Harga { $name }: **{ $price }** (tadinya { $before }).

admin-mode =
    { $mode ->
        [display] Pajangan
        [ready] Siap, dari stok gerai
        [preorder] Pre-order, dibuat dulu
       *[quote] Penawaran, harga dari UPT dulu
    }
admin-ask-mode =
    **{ $name }** saat ini: { $mode ->
        [display] pajangan
        [ready] siap dari stok gerai
        [preorder] pre-order
       *[quote] penawaran
    }.
    Diubah menjadi apa?
admin-mode-same = { $name } memang sudah begitu.
admin-mode-changed =
    { $mode ->
        [display] { $name } kini pajangan: bisa dilihat, belum bisa dipesan.
        [ready] { $name } kini dijual dari stok gerai. Jangan lupa hitung stoknya.
        [preorder] { $name } kini pre-order: dibuat dulu, lalu diambil.
       *[quote] { $name } kini lewat penawaran: UPT memberi harga dulu.
    }

admin-stage =
    { $stage ->
        [interest] Pamer dan catat minat
        [preorder] Pesan tanpa pembayaran
       *[selling] Berjualan
    }
admin-ask-stage =
    { $stage ->
        [interest] Gerai sedang **memamerkan produk dan mencatat minat**.
        [preorder] Gerai sedang **menerima pesanan tanpa pembayaran**.
       *[selling] Gerai sedang **berjualan**.
    } Diubah menjadi apa?
admin-stage-same = Tahap gerai memang sudah begitu.
admin-stage-changed =
    { $stage ->
        [interest] Gerai kini memamerkan produk dan mencatat minat.
        [preorder] Gerai kini menerima pesanan tanpa pembayaran.
       *[selling] Gerai kini berjualan.
    }

admin-pick-place = Jam buka tempat mana yang diubah?
admin-hours-line =
    { $weekday ->
        [0] • Senin: { $hours }
        [1] • Selasa: { $hours }
        [2] • Rabu: { $hours }
        [3] • Kamis: { $hours }
        [4] • Jumat: { $hours }
        [5] • Sabtu: { $hours }
       *[6] • Minggu: { $hours }
    }
admin-ask-hours =
    **{ $place }**
    { $week }

    Tulis jam barunya, misalnya “senin-jumat 08.00-15.00, sabtu tutup”. Hari yang tidak disebut tetap sama. Ketik “batal” untuk membiarkannya.
admin-hours-unclear = Maaf, jamnya belum terbaca.
admin-hours-same =
    Jam buka { $place } memang sudah begitu:
    { $week }
admin-hours-changed =
    Jam buka **{ $place }** sekarang:
    { $week }

admin-role =
    { $role ->
        [staff] Petugas UPT
        [keeper] Petugas gerai
        [curator] Kurator
       *[admin] Admin
    }
admin-ask-role = Siapa yang diundang?
admin-ask-unit = Petugas UPT yang mana?
admin-ask-invite-name =
    { $unit ->
        [none] Undangan untuk **{ $role }**. Siapa namanya? Nama ini yang dibaca rekan-rekannya, misalnya “Bu Rina”.
       *[other] Undangan untuk **{ $role }** di { $unit }. Siapa namanya? Nama ini yang dibaca rekan-rekannya, misalnya “Bu Rina”.
    }
admin-name-unclear = Maaf, namanya belum terbaca. Paling panjang { $max } huruf, ya.
admin-invited =
    Undangan untuk **{ $name }**. Kirimkan hanya kepadanya; berlaku { $hours } jam dan hanya sekali pakai:
    { $links }
admin-invite-code = { $code }
admin-invite-group =
    Bisa juga untuk grup petugas unit, siapa pun di dalamnya lalu dapat menjawab: { $link ->
        [none] undang kami ke grup itu, lalu kirim { $code } di sana.
       *[other] { $link }
    }

admin-button-whatsapp = WhatsApp
admin-whatsapp-off = WhatsApp lewat HP yang ditautkan sedang tidak dipakai di sini.
admin-whatsapp-link =
    Halaman WhatsApp gerai: menautkan HP, melihat keadaannya, menyalakan ulang. Tautan ini hanya untuk Anda; berlaku { $minutes } menit dan hanya sekali pakai:
    { $link }
alarm-whatsapp =
    { $what ->
        [not-ready] **WhatsApp gerai tidak tersambung** sejak { $time }. Pesan pengunjung di sana belum bisa dibaca atau dijawab. Mohon dilihat di halaman WhatsApp.
        [unacknowledged] **WhatsApp gerai tidak memastikan kiriman** sejak { $time }. Jawaban untuk pengunjung mungkin belum sampai. Mohon dilihat di halaman WhatsApp.
       *[over] **WhatsApp gerai sudah lancar kembali** sejak { $time }.
    }
alarm-whatsapp-button = Halaman WhatsApp

## Kabar untuk admin: cadangan data

alarm-backup =
    { $what ->
        [failed] **Cadangan data gerai gagal dibuat** sejak { $time }. Gerai tetap melayani. Mohon sampaikan kepada yang merawat komputernya: perintah gerai doctor menyebutkan apa yang perlu dibenahi.
        [stale] **Cadangan data gerai sudah lama**: yang terakhir dibuat { $time }. Gerai tetap melayani. Mohon sampaikan kepada yang merawat komputernya: perintah gerai doctor menyebutkan apa yang perlu dibenahi.
       *[over] **Cadangan data gerai sudah dibuat lagi** pada { $time }.
    }

## Kabar untuk petugas gerai

notice-on-its-way = **{ $code }** ({ $name }): { $items } selesai dibuat di { $unit } dan akan diantar ke { $place }. Kalau sudah tiba, pilih di bawah ini.
notice-made-there = **{ $code }** ({ $name }): { $items } selesai dibuat di { $unit }. Diambilnya di { $place }; kalau sudah siap di sana, bisa dipastikan di bawah.

## Kabar untuk pengunjung

notice-accepted =
    **Pesanan { $code } diterima.** { $unit } akan menyiapkan { $items }.
    Perkiraan siap: { $day }
    Tempat ambil: { $place }
    Kami kabari lagi begitu bisa diambil.
notice-rejected =
    { $reason ->
        [sold-out] Mohon maaf, { $unit } belum bisa memenuhi pesanan { $code } ({ $items }) karena stoknya habis.
        [materials] Mohon maaf, { $unit } belum bisa memenuhi pesanan { $code } ({ $items }) karena bahannya sedang tidak ada.
        [capacity] Mohon maaf, { $unit } belum bisa memenuhi pesanan { $code } ({ $items }) karena bengkelnya sedang penuh.
        [too-many] Mohon maaf, { $unit } belum bisa memenuhi pesanan { $code } ({ $items }) karena jumlahnya terlalu banyak.
       *[other] Mohon maaf, { $unit } belum bisa memenuhi pesanan { $code } ({ $items }).
    }
notice-rejected-note =
    Mohon maaf, { $unit } belum bisa memenuhi pesanan { $code } ({ $items }).
    Kata petugasnya: “{ $note }”
notice-quoted =
    **Penawaran untuk pesanan { $code }** dari { $unit }
    { $items }
    Harga seluruhnya: **{ RUPIAH($amount) }**
    Perkiraan siap: { $day }
    Berlaku sampai: { $until }
    Bagaimana, dilanjutkan?
notice-ready =
    **Pesanan { $code } siap diambil!**
    { $items }
    Tempat: { $place }
    Mulai: { $day }, { $hours }
    Sebutkan saja kode **{ $code }** kepada petugas.
notice-ready-agreed =
    **Pesanan { $code } siap diambil!**
    { $items }
    Tempat: { $place }, waktunya sesuai kesepakatan.
    Sebutkan saja kode **{ $code }** kepada petugas.
notice-collected = Terima kasih sudah mengambil { $items } (pesanan { $code }). Semoga bermanfaat. Membeli karya Warga Binaan ikut mendukung pembinaan mereka.

## Pola pesan WhatsApp: kata-katanya dibaca Meta lebih dulu

template-ready =
    Kabar baik, pesanan dengan kode { $code } sudah siap diambil.
    Isi pesanan: { $items }
    Tempat ambil: { $place }
    Waktu ambil: { $time }
    Sebutkan saja kodenya kepada petugas gerai. Terima kasih sudah memesan.
template-quoted =
    Penawaran untuk pesanan dengan kode { $code } dari { $unit } sudah ada.
    Isi pesanan: { $items }
    Harga seluruhnya: { $amount }
    Perkiraan siap: { $day }
    Penawaran berlaku sampai: { $until }
    Silakan tekan salah satu pilihan di bawah, atau balas pesan ini kalau ada yang ingin ditanyakan.
template-quoted-take = Terima penawaran
template-quoted-decline = Tolak penawaran
template-changed =
    Ada kabar tentang pesanan Anda dengan kode { $code } di gerai.
    Isi pesanan: { $items }
    Kabarnya: { $news }
    Kalau ada yang ingin ditanyakan, balas saja pesan ini.
template-expired =
    Pesanan Anda dengan kode { $code } di gerai kami tutup karena batas waktunya sudah lewat.
    Isi pesanan: { $items }
    Kalau masih berminat, balas saja pesan ini. Kami bantu memesan lagi.
template-answered =
    Pertanyaan Anda di gerai tentang { $about } sudah dijawab petugas.
    Jawabannya: { $answer }
    Kalau masih ada yang ingin ditanyakan, balas saja pesan ini.
template-staff-order =
    Ada pesanan baru dengan kode { $code } dari { $name } untuk { $unit }.
    Isi pesanan: { $items }
    Mohon dijawab dengan tombol di bawah, supaya pengunjung tahu kapan pesanannya siap.
template-staff-order-accept = Terima
template-staff-order-reject = Tolak
template-staff-order-see = Lihat pesanan
template-staff-news =
    Ada kabar tentang pesanan dengan kode { $code } dari { $name } di gerai.
    Isi pesanan: { $items }
    Kabarnya: { $news }
    Tekan tombol di bawah untuk melihat pesanannya.
template-staff-news-see = Lihat pesanan
template-staff-question =
    Ada pertanyaan pengunjung gerai, nomor { $number }, tentang { $about }.
    Kata pengunjung: { $words }
    Tekan tombol di bawah untuk menjawabnya.
template-staff-question-answer = Jawab
template-staff-talk =
    Seorang pengunjung gerai ingin bicara dengan petugas. Namanya { $name }.
    Kata pengunjung: { $words }
    Tekan tombol di bawah untuk membalasnya.
template-staff-talk-take = Balas pengunjung
template-new-product =
    Ada produk baru di gerai kami: { $product }, karya Warga Binaan { $unit }.
    Harganya: { $price }
    Tekan tombol di bawah untuk melihatnya. Kalau tidak ingin menerima kabar seperti ini lagi, balas BERHENTI.
template-new-product-see = Lihat produk

template-time = { $day }, { $hours }
template-time-agreed = sesuai kesepakatan
template-nobody = belum menyebut nama
template-no-words = tidak ada
news-accepted = diterima { $unit }, perkiraan siap { $day }, diambil di { $place }
news-rejected =
    { $reason ->
        [sold-out] { $unit } belum bisa memenuhinya karena stoknya habis
        [materials] { $unit } belum bisa memenuhinya karena bahannya sedang tidak ada
        [capacity] { $unit } belum bisa memenuhinya karena bengkelnya sedang penuh
        [too-many] { $unit } belum bisa memenuhinya karena jumlahnya terlalu banyak
       *[other] { $unit } belum bisa memenuhinya
    }
news-rejected-note = { $unit } belum bisa memenuhinya; kata petugasnya “{ $note }”
news-wants-quote = pesanan baru untuk { $unit }, menunggu harga dan perkiraan siapnya
news-from-stock = diambil dari stok { $unit } di gerai; sekadar info, tidak perlu dijawab
news-cancelled = dibatalkan pemesannya
news-quote-taken = penawarannya diterima, silakan dikerjakan
news-quote-declined = penawarannya ditolak pemesannya
news-on-its-way = selesai dibuat di { $unit } dan akan diantar ke { $place }
news-made-there = selesai dibuat di { $unit }; diambilnya di { $place }

template-sample-code = K7M-2PQ
template-sample-items = 2 × Keripik tempe, 1 × Gantungan kunci
template-sample-place = Gerai di lobi Kantor Imigrasi
template-sample-time = Senin, 30 November, 08.00–15.00
template-sample-unit = Lapas Kelas I Tangerang
template-sample-amount = Rp450.000
template-sample-day = Senin, 30 November
template-sample-until = Jumat, 4 Desember
template-sample-news = diterima Lapas Kelas I Tangerang, perkiraan siap Senin, 30 November, diambil di gerai
template-sample-about = ukuran tas sulam pita
template-sample-answer = Panjangnya 30 cm, tingginya 20 cm.
template-sample-name = Siti
template-sample-number = 3
template-sample-words = Tasnya muat buku tulis?
template-sample-product = Keripik tempe
template-sample-price = Rp15.000

## Jawaban server untuk program lain dan halaman

api-malformed = Permintaannya tidak terbaca. Muat ulang halamannya, lalu coba lagi.
api-too-large = Kirimannya terlalu besar. Coba yang lebih kecil.
api-json-only = Kirim sebagai JSON atau formulir, ya.
api-too-many = Pelan-pelan dulu, ya. Coba lagi beberapa detik lagi.
api-not-found = Halaman itu tidak ada.
api-internal = Maaf, ada yang keliru di sisi kami. Coba lagi sebentar lagi.

### Kalimat di halaman gerai dan halaman produk. Obrolannya sendiri ada di id.ftl.

page-skip = Langsung ke obrolan
page-languages = Bahasa
page-description = Karya Warga Binaan di { $stand }: lihat produknya, tanya, dan pesan lewat obrolan.
page-tagline = Karya Warga Binaan, langsung dari bengkelnya.
page-stage =
    { $stage ->
        [interest] Baru dipajang dan belum dijual. Silakan lihat-lihat; kalau tertarik, minatnya kami catat.
        [preorder] Sudah bisa dipesan, tanpa pembayaran dulu.
       *[selling] Sudah bisa dibeli di gerai atau dipesan lewat obrolan.
    }
page-no-products = Etalase sedang ditata. Silakan mampir lagi nanti, ya.

## Contoh

page-sample = contoh
page-sample-stand = Ini gerai contoh. Yang bertanda “contoh” belum berlaku.
page-sample-product = Keterangan produk ini masih contoh.

## Produk

page-number = Nomor rak
page-price = { RUPIAH($amount) }
page-price-from = mulai { RUPIAH($amount) }
page-price-unknown = harga dikonfirmasi petugas
page-per = / { $unit }
page-state-ready =
    { $stock ->
        [0] Stok di gerai sedang kosong
       *[other] { $stock } { $unit } siap dibawa
    }
page-state-preorder = Pre-order, sekitar { $days } hari
page-state-preorder-unknown = Pre-order, lama pembuatannya dikonfirmasi petugas
page-state-quote = Lewat penawaran dari bengkelnya
page-state-display = Pajangan, belum dijual
page-ask = Tanya
page-ask-label = Tanya soal { $product }
page-said = Saya mau tanya soal { $product }.

## Halaman produk

page-back = Semua produk
page-product-description = { $product } karya Warga Binaan di { $stand }: harga, keterangan, dan cara memesannya.
page-photo = Gambar { $product }
page-made-by = Dibuat Warga Binaan di { $unit }
page-order-here = Tanya atau pesan di sini
page-ask-here = Tanya di sini
page-whatsapp = Lanjut di WhatsApp
page-whatsapp-words = Halo, saya mau tanya { $product }
page-telegram = Lanjut di Telegram
page-variants = Pilihan
page-facts = Keterangan
page-pick-up = Diambil di
page-confirmed = dikonfirmasi { $date }
page-unknown = Belum diketahui
page-unknown-offer = Kami tidak mau menebak. Tanyakan lewat obrolan, nanti kami teruskan ke petugas.
page-attribute =
    { $attribute ->
        [size] Ukuran
        [weight] Berat
        [thickness] Ketebalan
        [colour] Warna
        [material] Bahan
        [strength] Kekuatan
        [contents] Isi
        [composition] Komposisi
        [halal] Halal
        [pirt] Nomor P-IRT
        [expiry] Kedaluwarsa
        [allergen] Alergen
        [spice] Tingkat pedas
       *[other] { $attribute }
    }

## Tentang gerai

page-about = Tentang gerai
page-place = Tempat
page-hours = Jam buka
page-closed = tutup
page-payment = Cara bayar
page-payment-unknown = Masih dibicarakan. Belum perlu membayar apa pun.
page-delivery = Pengiriman
page-delivery-unknown = Belum diketahui. Tanyakan lewat obrolan, nanti kami teruskan ke petugas.
page-data = Data pribadi

## Obrolan

page-chat = Obrolan gerai
page-chat-who = Dijawab otomatis, dibantu petugas bila perlu
page-chat-open = Tanya atau pesan di sini
page-chat-close = Tutup obrolan
page-chat-welcome = Halo, selamat datang di { $stand }! Mau tanya produk, harga, atau langsung pesan? Tulis saja di bawah. Nomor raknya juga boleh.
page-chat-try-products = Ada produk apa saja?
page-chat-try-order = Bagaimana cara pesannya?
page-chat-try-hours = Gerai buka jam berapa?
page-chat-text = Tulis pesan
page-chat-send = Kirim
page-chat-photo = Kirim foto
page-chat-typing = Sedang mengetik
page-chat-failed = Maaf, pesannya belum terkirim. Coba periksa sambungan internet, lalu kirim lagi.
page-chat-retry = Kirim lagi
page-chat-sent-photo = Foto
page-chat-link = Membuka tautan
page-chat-you = Anda
page-chat-stand = Gerai
page-chat-noscript = Obrolan ini perlu JavaScript. Tanpa itu pun, petugas di gerai siap membantu.
page-chat-clear = Hapus riwayat obrolan

page-forget = Hapus riwayat obrolan?
page-forget-explained = Riwayat ini hanya tersimpan di perangkat ini. Kalau perangkatnya dipakai bersama, mulailah sebagai orang baru; kabar pesanan tidak akan masuk ke sini lagi.
page-forget-lines = Hapus riwayat
page-forget-all = Hapus dan mulai sebagai orang baru
page-forget-cancel = Batal

### Kalimat di halaman WhatsApp, yang hanya dibuka admin lewat tautan sekali pakai.

whatsapp-title = WhatsApp gerai
whatsapp-description = Menautkan HP gerai dan melihat keadaannya.
whatsapp-skip = Langsung ke isi
whatsapp-state =
    { $state ->
        [starting] WhatsApp sedang dinyalakan
        [pairing] Menunggu HP gerai ditautkan
        [connecting] HP dikenali, sedang menyambung
        [ready] WhatsApp tersambung
        [lost] WhatsApp terputus
        [stopped] WhatsApp dihentikan
       *[away] Jembatan WhatsApp tidak terdengar
    }
whatsapp-todo =
    { $state ->
        [starting] Tunggu sebentar, biasanya kurang dari satu menit.
        [pairing] Pindai kode di bawah ini dengan HP gerai.
        [connecting] Pesan-pesannya sedang diambil. Bisa sampai dua menit.
        [ready] Pesan pengunjung ke nomor ini dibaca dan dijawab.
        [lost] Gerai mencoba menyambung lagi sendiri. Kalau lebih dari lima menit, coba nyalakan ulang.
        [stopped] Tekan “Nyalakan ulang” untuk menyambungkannya lagi.
       *[away] Program yang menjalankan WhatsApp tidak menghubungi gerai. Pastikan komputernya menyala dan tersambung ke internet. Pesan yang masuk sementara itu dijawab begitu ia kembali.
    }
whatsapp-reason =
    { $reason ->
        [restart] Dinyalakan ulang atas permintaan.
        [unlinked] Belum ada HP yang tertaut.
        [logged-out] Tautannya dilepas dari HP, atau WhatsApp mengeluarkan perangkat ini. Tautkan lagi HP gerai.
        [memory] Peramban yang menjalankan WhatsApp memakai terlalu banyak memori.
        [never-ready] WhatsApp tidak kunjung siap setelah dinyalakan. Periksa internet dan apakah HP gerai menyala.
        [stale-code] Kode sebelumnya tidak dipindai, jadi kode baru disiapkan.
        [silence] Halaman WhatsApp tidak menjawab lagi.
        [acks] Pesan yang dikirim tidak dipastikan oleh WhatsApp.
        [start-failed] Peramban atau halaman WhatsApp tidak bisa dibuka. Periksa internet; catatan server menyebutkan sebabnya.
        [page-closed] Halaman WhatsApp tertutup.
        [page-crashed] Halaman WhatsApp berhenti bekerja.
        [browser-gone] Peramban yang menjalankan WhatsApp berhenti.
        [conflict] WhatsApp dibuka dengan tautan yang sama di tempat lain. Tutup yang di sana.
       *[disconnected] WhatsApp memutus sambungannya.
    }
whatsapp-unacknowledged = Pesan yang dikirim sejak { $time } belum dipastikan oleh WhatsApp. Mungkin belum sampai.
whatsapp-code-waits = Kodenya sedang disiapkan.
whatsapp-code = Kode QR untuk dipindai dengan HP gerai
whatsapp-how = Cara menautkan
whatsapp-how-screen = Buka halaman ini di layar lain, jangan di HP gerai.
whatsapp-how-open = Di HP gerai, buka WhatsApp, lalu Setelan (atau titik tiga).
whatsapp-how-link = Pilih Perangkat tertaut, lalu Tautkan perangkat.
whatsapp-how-scan = Arahkan kamera ke kode ini. Kodenya berganti sendiri.
whatsapp-facts = Keadaan
whatsapp-phone = Nomor tertaut
whatsapp-phone-none = Belum ada
whatsapp-phone-unknown = Belum diketahui
whatsapp-inbound = Pesan masuk terakhir
whatsapp-sent = Kiriman terakhir yang dipastikan
whatsapp-not-yet = Belum ada sejak server dinyalakan
whatsapp-seen = Jembatan terakhir terdengar
whatsapp-actions = Tindakan
whatsapp-restart = Nyalakan ulang
whatsapp-restart-help = Menutup dan membuka WhatsApp lagi. HP tetap tertaut.
whatsapp-unlink = Lepaskan HP
whatsapp-unlink-help = Melepas tautan, misalnya untuk ganti HP atau nomor.
whatsapp-unlink-sure = Lepaskan HP dari gerai?
whatsapp-unlink-explained = Gerai berhenti membaca dan menjawab di nomor ini, sampai ada HP yang ditautkan lagi. Percakapan di HP tidak terhapus.
whatsapp-unlink-yes = Ya, lepaskan
whatsapp-unlink-no = Batal
whatsapp-done =
    { $what ->
        [restart] Permintaan nyalakan ulang sudah diteruskan.
       *[unlink] Permintaan melepas HP sudah diteruskan.
    }
whatsapp-done-waits = Jembatan sedang tidak terdengar; permintaannya dijalankan begitu ia kembali.
whatsapp-lost = Server gerai tidak menjawab. Yang tampak di sini mungkin sudah lama; halaman ini terus mencoba.
whatsapp-opening = Sedang membuka…
whatsapp-closed =
    { $why ->
        [used] Tautan ini sudah dipakai
        [expired] Tautan ini sudah kedaluwarsa
        [unknown] Tautan ini tidak dikenal
        [over] Waktunya sudah habis
        [outage] Belum bisa dibuka
       *[none] Halaman ini dibuka lewat tautan
    }
whatsapp-closed-explained =
    { $why ->
        [used] Setiap tautan hanya bisa dibuka sekali, supaya tidak dipakai orang lain.
        [expired] Setiap tautan hanya berlaku sebentar, supaya tidak dipakai orang lain.
        [unknown] Mungkin tautannya terpotong waktu disalin.
        [over] Demi keamanan, halaman ini menutup sendiri setelah { $minutes } menit.
        [outage] Data gerai sedang tidak bisa dibaca. Coba lagi sebentar lagi; tautannya masih berlaku.
       *[none] Tautannya hanya untuk admin gerai dan hanya sekali pakai.
    }
whatsapp-closed-how = Untuk tautan baru, admin mengetik /whatsapp di obrolan dengan gerai, atau memilih WhatsApp di /admin.
whatsapp-noscript = Halaman ini perlu JavaScript untuk membuka tautannya.
