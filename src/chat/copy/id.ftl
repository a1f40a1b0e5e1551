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
quote-taken =
    { $from ->
        [stock] Baik, dicatat begitu. Barangnya siap diambil.
       *[made] Terima kasih, penawarannya diterima. Unit mulai mengerjakan.
    }
quote-declined = Baik, penawaran untuk pesanan { $code } ditolak dan bagiannya dibatalkan.
quote-lapsed = Maaf, penawaran itu sudah tidak berlaku. Lihat pesanan Anda untuk yang terbaru.
unit-cancelled = Pesanan **{ $code }** ({ $name }) dibatalkan pemesannya: { $items }.
unit-quote-taken =
    { $from ->
        [stock] Usulan untuk **{ $code }** ({ $name }) disetujui: { $items }. Barangnya siap diserahkan.
       *[made] Penawaran untuk **{ $code }** ({ $name }) diterima: { $items }. Silakan dikerjakan.
    }
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

## Data sendiri: melihat dan menghapus

button-my-data = Semua data saya
button-erase = Hapus data saya
name-not-kept = (nama tidak disimpan lagi)
account =
    **Semua data tentang Anda di gerai ini**
    Nama: { $name }
    Nomor HP: { $phone }
    Bahasa: { $language ->
        [id] Indonesia
        [en] Inggris
       *[other] { $language }
    }
    Dikenal sejak: { $since }
    Obrolan: { $chats }
    Keranjang: { $cart }
    Minat yang dicatat: { $interests }
    Pertanyaan ke petugas: { $questions }
    Obrolan dengan petugas: { $talks }
    Kiriman kami yang teksnya masih tersimpan: { $messages } (dihapus setelah 30 hari)
    Pesanan: { $orders }
account-order = { $code }, { $date }, atas nama { $name }: { $items }
account-file = Isi lengkapnya sebagai berkas (sekali unduh, berlaku { $minutes } menit; jangan diteruskan ke orang lain): { $link }
erase-ask =
    **Hapus semua data Anda?**

    Yang hilang untuk selamanya: nama, nomor HP, alamat obrolan Anda di semua saluran yang tersambung, keranjang, isi obrolan ini di tempat kami, dan kata-kata Anda yang diteruskan ke petugas.
    Yang tetap, tanpa nama dan nomor: barang, jumlah, uang, dan kode pesanan yang sudah selesai. Gerai wajib bisa mempertanggungjawabkannya.

    Kiriman yang sudah sampai di HP Anda dan HP petugas tidak bisa kami tarik; itu bisa dihapus di HP masing-masing. Sesudah ini kami tidak mengenali Anda lagi, dan ini tidak bisa dibatalkan.

    { $keeper }
button-erase-sure = Ya, hapus data saya
button-erase-not = Tidak jadi
erase-done = Baik. Data Anda dihapus dalam beberapa menit, dan pesan ini yang terakhir. Terima kasih sudah mampir; kalau menulis lagi, Anda kami sambut sebagai tamu baru.
erase-open-orders = Pesanan Anda masih berjalan, jadi datanya masih diperlukan supaya barangnya sampai ke tangan Anda. Batalkan dulu, atau ambil dulu barangnya, lalu tulis lagi “hapus data saya”. Yang tidak bisa dibatalkan di sini bisa dibicarakan dengan petugas:
erase-button-cancel = Batalkan { $code } ({ $unit })
erase-works = Anda masih bertugas di gerai ini. Minta admin mengakhiri peran Anda dulu, lalu tulis lagi “hapus data saya”.

## Berkas data sendiri

page-own-data = Data Anda di gerai ini
page-own-data-text = Berkas ini berisi semua yang disimpan gerai tentang Anda. Tautannya hanya untuk Anda dan hanya bisa dipakai sekali.
page-own-data-button = Unduh berkas
page-own-data-over = Tautan ini sudah dipakai, sudah lewat waktunya, atau tidak lengkap. Tulis “data saya” di obrolan untuk yang baru.
page-own-data-script = Halaman ini perlu JavaScript untuk membaca tautannya.

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

moment = { $day } pukul { $hour }.{ $minute }
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
        [quoted] Penawarannya sudah dikirim oleh { $who } { $when }.
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
        [quoted] Penawarannya sudah dikirim { $when }.
        [accepted] Pengunjung sudah menyetujui penawarannya { $when }.
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

## Usulan: sebagian, atau hari lain

button-propose = Bisa sebagian
keeper-button-fewer = Kurang di rak: { $items }
button-take-proposal = Setuju ({ $unit })
button-decline-proposal = Batalkan ({ $unit })
staff-ask-proposal-line = **{ $code }**: yang mana yang tidak bisa semuanya?
staff-ask-proposal =
    { $from ->
        [stock] **{ $code }**: { $items }. Yang ada di rak berapa? Tulis jumlahnya saja.
       *[made] **{ $code }**: { $items }. Bisanya berapa? Tulis jumlahnya, boleh sekalian harinya, misalnya “8” atau “8, tanggal 12”. Kalau jumlahnya bisa semua dan hanya harinya lain, tulis harinya saja.
    }
staff-ask-proposal-day = { $items }: kapan bisa diambil? Pilih harinya, atau ketik sendiri.
staff-proposal-unclear = Maaf, jumlah atau harinya belum terbaca.
staff-proposal-more = Pesanannya { $items }, jadi jumlahnya antara nol dan itu, ya.
staff-proposal-none = Kalau tidak ada sama sekali, pesanannya ditolak saja lewat “Tolak”, atau disampaikan kepada unitnya.
staff-proposal-same = Itu sama dengan pesanannya, jadi tidak ada yang perlu ditanyakan kepada pengunjung.
staff-did-propose = Usulan untuk { $code } sudah dikirim, pengunjung yang memutuskan. Berlaku sampai: { $until }.
notice-proposed =
    { $from ->
        [stock] Mohon maaf, untuk pesanan **{ $code }** ({ $items }) yang ada di gerai hanya **{ $offered }**.
       *[made] Untuk pesanan **{ $code }** ({ $items }), { $unit } bisanya begini: **{ $offered }**, siap { $day }.
    }
    Berlaku sampai: { $until }
    Bagaimana, diambil begitu saja, atau dibatalkan?
news-proposed =
    { $day ->
        [none] yang ada hanya { $offered }; balas “setuju” atau “batalkan”, paling lambat { $until }
       *[other] { $unit } bisanya { $offered }, siap { $day }; balas “setuju” atau “batalkan”, paling lambat { $until }
    }
part-proposal =
    { $day ->
        [none] Usulan: **{ $items }**
       *[other] Usulan: **{ $items }**, siap { $day }
    }
line-of-ordered = { $line } (dipesan { $ordered })

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
join-welcome-keeper = **Selamat bergabung, { $name }!** Anda kini petugas gerai. Ketik kode atau nama pengunjung untuk membuka slipnya. /pesanan menampilkan yang masih berjalan, /tugas yang perlu ditelepon, dan /meja untuk jual, kiriman, stok, dan kas.
join-welcome-curator = **Selamat bergabung, { $name }!** Anda kini kurator gerai. Ketik /kelola untuk menambah, mengubah, dan menerbitkan produk.
join-welcome-admin = **Selamat bergabung, { $name }!** Anda kini admin. Stok, harga, jam buka, dan undangan diatur lewat /admin.
join-button-parts = Pesanan berjalan
join-button-tasks = Perlu ditelepon
join-button-help = Bantuan
join-button-admin = Menu admin

## Halaman kantor: /kantor, untuk komputer yang dipakai bersama

office-title = Kantor
office-title-of = { $name } · Kantor
office-description = Halaman kerja petugas: pesanan, pertanyaan, dan obrolan, dibuka dengan undangan dan PIN.
office-role =
    { $role ->
        [staff] Petugas { $unit }
        [keeper] Petugas gerai
        [curator] Kurator
       *[admin] Admin
    }
office-nobody = Belum ada petugas yang masuk di komputer ini.
office-who = Siapa yang bertugas? Pilih nama Anda, lalu ketik PIN.
office-newcomer = Belum ada di sini? Buka tautan undangan dari admin di komputer ini. Setiap petugas punya undangan dan PIN sendiri.
office-open = sedang terbuka
office-opening = Sebentar, undangannya sedang dibuka …
office-noscript = Halaman ini perlu JavaScript. Pesanan juga bisa dijawab lewat Telegram atau WhatsApp.
office-choose-title = Pilih PIN
office-welcome = Selamat datang, { $name }
office-welcome-as = Undangan ini untuk: { $role }.
office-choose = Pilih PIN untuk diri Anda sendiri: 4 sampai 8 angka. PIN ini membuka halaman kantor di komputer ini. Jangan diberitahukan, juga kepada rekan: yang Anda kerjakan tercatat atas nama Anda.
office-pin-new = PIN baru
office-pin-again = Sekali lagi
office-begin = Simpan dan masuk
office-pin-problem =
    { $problem ->
        [not-digits] PIN terdiri dari 4 sampai 8 angka.
        [too-easy] PIN itu terlalu mudah ditebak. Pilih yang lain, ya.
       *[differs] Kedua PIN belum sama. Ketik lagi, ya.
    }
office-closed =
    { $why ->
        [used] Undangan ini sudah dipakai
        [expired] Undangan ini sudah lewat masa berlakunya
        [unknown] Undangan ini tidak kami kenal
        [curator] Undangan ini bukan untuk halaman kantor
        [outage] Belum bisa dibuka
       *[none] Halaman ini sudah tidak berlaku
    }
office-closed-explained =
    { $why ->
        [used] Kalau tadi Anda sendiri yang memakainya di komputer ini, pilih nama Anda di daftar. Kalau bukan, minta undangan baru kepada admin.
        [expired] Minta undangan baru kepada admin, ya.
        [unknown] Coba periksa tautannya, atau minta yang baru kepada admin.
        [curator] Kurator membuka undangannya di obrolan gerai.
        [outage] Maaf, sedang ada gangguan di sisi kami. Coba lagi sebentar lagi; tidak ada yang hilang.
       *[none] Muat ulang dari daftar petugas, lalu coba lagi.
    }
office-people = Ke daftar petugas
office-locked-title = { $name } · terkunci
office-pin = PIN Anda
office-unlock = Buka
office-somebody-else = Bukan saya
office-pin-wrong = PIN keliru. Sisa { $left } kali sebelum harus menunggu.
office-pin-wait = Terlalu sering keliru. Coba lagi { $minutes } menit lagi.
office-forgotten = Lupa PIN?
office-forgotten-how = PIN tidak bisa dilihat, juga oleh admin. Minta undangan baru kepada admin dengan nama yang sama, lalu buka tautannya di komputer ini dan pilih PIN baru. PIN yang lama langsung tidak berlaku.
office-news = Kabar yang belum dilihat
office-sign-out-sure = Keluar dari komputer ini, { $name }?
office-sign-out-explained = Nama Anda dihapus dari komputer ini dan kabar tidak lagi masuk ke sini. Untuk masuk lagi, perlu undangan baru dari admin. Kalau hanya meninggalkan meja, cukup dikunci.
office-sign-out-yes = Ya, keluar
office-sign-out-no = Tidak jadi
office-tools = Alat
office-sound = Suara
office-list = Cetak daftar
office-lock = Kunci
office-switch = Ganti orang
office-sign-out = Keluar
office-lost = Sambungan terputus. Yang tampil mungkin sudah lama; kami terus mencoba.
office-slip = Kode atau nama pengunjung
office-slip-open = Buka slip
office-counts = Yang menunggu
office-group =
    { $state ->
        [new] Menunggu jawaban
        [accepted] Sedang dibuat
        [made] Selesai dibuat
        [quoted] Menunggu keputusan pengunjung
       *[ready] Siap diambil
    }
office-nothing = Tidak ada yang menunggu. Pesanan baru muncul di sini dengan sendirinya.
office-from-stock = Dari stok di gerai, tidak perlu dijawab.
office-talks = Pengunjung ingin bicara
office-visitor = Seorang pengunjung
office-talk =
    { $reason ->
        [mine] Anda sedang berbicara dengan { $name }
        [complaint] { $name } punya keluhan
       *[other] { $name } ingin bicara dengan petugas
    }
office-questions = Pertanyaan pengunjung
office-question = #{ $number }: { $about }
office-tasks = Perlu ditelepon
office-tasks-open = Lihat nomornya
office-chat = Kabar dan obrolan
office-chat-who = Anda menulis sebagai { $name }
office-chat-welcome = Kabar baru masuk ke obrolan ini, dan semua perintah bisa diketik di sini. Isinya tidak disimpan di komputer ini.

list-title = Daftar pesanan
list-day = Per { $day }
list-print = Cetak
list-back = Kembali ke papan
list-box = Kotak centang
list-column =
    { $column ->
        [tick] ✓
        [code] Kode
        [product] Produk
        [qty] Jumlah
        [pick-up] Diambil
       *[state] Keadaan
    }

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
keeper-task-say = Sampaikan: { $news }.
keeper-tasks-more = Masih ada { $count } lagi setelah ini.
keeper-task-done = { $code } sudah ditelepon, terima kasih.
keeper-task-gone = Tugas itu sudah selesai.
keeper-button-called = Sudah: { $code }

## Di meja gerai

keeper-payment-history = Catatan pembayaran:
keeper-payment-entry =
    { $status ->
        [paid] • lunas { $method ->
            [cash] tunai
           *[qris] QRIS
        }, { $who ->
            [none] petugas
           *[other] { $who }
        }, { $when }
       *[unpaid] • dibatalkan, { $who ->
            [none] petugas
           *[other] { $who }
        }, { $when }
    }
keeper-link-foreign = Tautan itu dari gerai lain, bukan dari sini.
keeper-button-slip = Buka slipnya

counter-not-yours = Penjualan dan stok gerai dicatat oleh petugas gerai. Kalau ada barang yang mau diantar, sampaikan saja kepada mereka, ya.
counter-menu =
    **Meja gerai**
    Bisa ditulis sekaligus: “jual keripik 3 tunai”, “terima keripik 20 dari lapas 1”, “rusak keripik 1”, “retur keripik 1”, “batas keripik 5”. Kode pesanan atau nama pengunjung membuka slipnya.
counter-button-menu = Meja gerai
counter-button-start =
    { $kind ->
        [walk-in] Jual
        [delivery] Terima kiriman
        [breakage] Rusak
       *[return] Retur
    }
counter-button-stock = Stok
counter-button-stock-take = Stok opname
counter-button-cash-today = Kas hari ini
counter-button-new-order = Pesanan baru

counter-ask-product =
    { $kind ->
        [walk-in] { $qty ->
            [none] Apa yang terjual?
           *[other] { $qty } dari apa yang terjual?
        }
        [delivery] { $qty ->
            [none] Apa yang diterima?
           *[other] { $qty } dari apa yang diterima?
        }
        [breakage] { $qty ->
            [none] Apa yang rusak?
           *[other] { $qty } dari apa yang rusak?
        }
       *[return] { $qty ->
            [none] Apa yang diretur?
           *[other] { $qty } dari apa yang diretur?
        }
    }
counter-not-stocked = { $name } tidak dijual dari stok gerai, jadi tidak dicatat di meja.
counter-ask-variant = { $name } yang mana?
counter-ask-amount =
    { $kind ->
        [walk-in] { $name }: terjual berapa { $unit }?
        [delivery] { $name }: diterima berapa { $unit }?
        [breakage] { $name }: yang rusak berapa { $unit }?
       *[return] { $name }: yang diretur berapa { $unit }?
    } Tulis angkanya, atau “batal”.
counter-amount-unclear = Maaf, jumlahnya belum terbaca. Tulis angka bulat, misalnya “3”.
counter-amount-absurd = Jumlah itu besar sekali, paling banyak { $max } sekali catat. Coba periksa lagi nolnya.
counter-too-many =
    { $promised ->
        [0] { $name } tinggal { $left } { $unit }. Belum ada yang dicatat.
       *[other] { $name } yang bebas tinggal { $left } { $unit }; { $promised } lagi sudah dijanjikan untuk pesanan. Belum ada yang dicatat.
    }
counter-other-unit = { $name } dihitung per { $unit }.
counter-converted = { $qty } { $from } { $name } kira-kira { $pieces } { $unit }. Berapa { $unit } tepatnya?
counter-button-pieces = { $pieces } { $unit }
counter-ask-way = { $items }: retur ini bagaimana?
counter-button-from-buyer = Dari pembeli, kembali ke rak
counter-button-to-unit = Kembali ke UPT
counter-other-unit-said = { $name } adalah buatan { $unit }. Kiriman ini dari mana?
counter-button-its-unit = Dari { $unit }
counter-unread =
    “{ $words }” belum saya kenal. Yang terbaca: { $items }.
    Catat yang ini saja?
counter-button-only-these = Catat yang ini saja
counter-ask-method = { $items }: dibayar dengan apa?
counter-ask-refund = { $items }: uangnya dikembalikan dengan apa?
counter-button-cash = Tunai
counter-button-qris = QRIS
counter-button-no-money = Ditukar, tanpa uang
counter-button-drop = Batal
counter-answer-unclear = Maaf, itu belum terbaca.
counter-dropped = Baik, tidak ada yang dicatat.
counter-draft-old = Pertanyaan itu sudah tidak berlaku, tidak ada yang dicatat. Silakan mulai lagi.
counter-not-selling = Gerai ini baru memamerkan produk dan mencatat minat, jadi penjualan belum bisa dicatat. Tahapnya diubah oleh admin.

counter-booked =
    { $kind ->
        [walk-in] **Terjual**
        [delivery] **Diterima**
        [breakage] **Rusak**
        [return] { $way ->
            [from-buyer] **Retur dari pembeli**
           *[other] **Dikembalikan ke UPT**
        }
       *[correction] **Koreksi stok**
    }
counter-line-signed =
    { $sign ->
        [less] kurang { $line }
       *[more] lebih { $line }
    }
counter-sum =
    { $what ->
        [open] Jumlah: harga belum pasti, tidak dihitung
        [partly] Jumlah: **{ RUPIAH($amount) }**, selain yang harganya belum pasti
       *[all] Jumlah: **{ RUPIAH($amount) }**
    }, { $method ->
        [cash] tunai
       *[qris] QRIS
    }
counter-by =
    { $who ->
        [none] Dicatat { $when }.
       *[other] Dicatat oleh { $who } { $when }.
    }
counter-left =
    { $promised ->
        [0] Sisa { $name }: { $left } { $unit }.
       *[other] Sisa { $name }: { $left } { $unit }, di luar { $promised } yang dijanjikan.
    }
counter-button-undo = Batalkan catatan ini
counter-booked-already = Ini sudah dicatat:
counter-entry-unknown = Catatan itu tidak saya temukan, jadi tidak ada yang diubah.
counter-undone = **Catatan ini dibatalkan** dengan catatan balik. Keduanya tetap tersimpan.
counter-undone-already =
    { $who ->
        [none] Catatan ini sudah dibatalkan { $when }.
       *[other] Catatan ini sudah dibatalkan oleh { $who } { $when }.
    }
counter-cannot-undo = Belum bisa dibatalkan: { $name } yang bebas tinggal { $left }, padahal { $qty } harus dikeluarkan lagi.

cash-none = Belum ada uang yang tercatat { $day }.
cash-head = **Kas { $day }**
cash-unit =
    **{ $unit }**
    Tunai: { RUPIAH($cash) }
    QRIS: { RUPIAH($qris) }
cash-unit-open =
    { $status ->
        [sample] Di luar hitungan: { $qty } dengan harga contoh
       *[unknown] Di luar hitungan: { $qty } tanpa harga
    } ({ $method ->
        [cash] tunai
       *[qris] QRIS
    })
cash-all = **Semua unit**: tunai { RUPIAH($cash) }, QRIS { RUPIAH($qris) }, jumlah { RUPIAH($total) }

stock-list-none = Belum ada produk yang dijual dari stok gerai.
stock-head = **Stok gerai**
stock-line =
    • { $name }: ada { $onHand }, dijanjikan { $promised }, bebas **{ $left }** { $unit }{ $low ->
        [none] {""}
       *[other] {" "}(batas { $low })
    }
level-ask-which = Batas stok produk mana?
level-ask =
    { $low ->
        [none] **{ $name }** belum punya batas.
       *[other] **{ $name }** berbatas { $low } { $unit }.
    } Pada sisa berapa { $maker } dikabari? Tulis angkanya, “tanpa batas”, atau “batal”.
level-set =
    { $low ->
        [none] { $name } kini tanpa batas: { $maker } tidak dikabari.
       *[other] Kalau { $name } tinggal { $low } { $unit } atau kurang, { $maker } kami kabari.
    }
level-absurd = Batasnya dari 0 sampai { $max }.
low-stock =
    { $left ->
        [0] **{ $name } di gerai habis.** Mohon diantar lagi kalau ada.
       *[other] **{ $name } di gerai tinggal { $left } { $unit }.** Mohon diantar lagi kalau ada.
    }

stock-take-start =
    **Stok opname**: { $of } barang, satu per satu. Hitung semua yang ada di gerai, termasuk yang sudah dipesan.
    Selisihnya ditampilkan di akhir. Boleh ditinggal dengan “batal” dan dilanjutkan nanti.
stock-take-resumed = **Stok opname** dilanjutkan: { $at } dari { $of } sudah dihitung.
stock-take-ask =
    { $at }/{ $of } · **{ $name }**
    Ada berapa { $unit }? Tulis angkanya, atau “lewati”.
stock-take-button-later = Lewati dulu
stock-take-button-leave = Lanjut nanti
stock-take-button-resume = Lanjutkan stok opname
stock-take-left = Baik, hitungannya saya simpan. Tulis “stok opname” untuk melanjutkan.
stock-take-head = Semua sudah dihitung. **Selisihnya:**
stock-take-difference =
    • { $name }: dihitung { $count }, tercatat { $book } { $unit } ({ $sign ->
        [less] kurang { $qty }
       *[more] lebih { $qty }
    })
stock-take-no-difference = Semua { $count } barang cocok dengan catatan.
stock-take-button-book = Catat selisihnya
stock-take-button-close = Selesai
stock-take-button-again = Hitung ulang semua
stock-take-booked = Stok sudah disesuaikan.
stock-take-closed = Stok opname selesai, tidak ada selisih.
stock-take-none = Tidak ada stok opname yang berjalan.
stock-take-moved = Ada yang keluar atau masuk sejak dihitung: { $names }. Mohon dihitung sekali lagi; yang lain tetap.
stock-take-promised = Yang dihitung kurang dari yang dijanjikan untuk pesanan: { $names }. Mohon dihitung lagi, atau batalkan pesanannya dulu.

new-order-ask = **Pesanan baru** untuk orang di meja. Tulis pesanannya, misalnya “keripik 2 sama gantungan kunci 1”, atau pilih di bawah.
new-order-goes-on = Pesanan untuk orang di meja tadi belum selesai. Isinya dipakai, atau mulai kosong?
new-order-cart-full = Keranjang Anda sendiri masih ada isinya. Dipakai untuk orang di meja, atau dikosongkan dulu?
new-order-button-keep = Pakai isinya
new-order-button-clear = Mulai kosong
ask-name-of-guest = Siapa nama pemesannya? Nama panggilan saja cukup.
ask-phone-of-guest = Nomor HP pemesan, kalau ada? Tanpa nomor, kabarnya disampaikan di gerai.
privacy-notice-of-guest = Tolong sampaikan kepada pemesan: { $keeper }
order-placed-for-guest =
    Pesanannya tercatat. **Tuliskan kode { $code } di kertas** untuk pemesan; kabarnya masuk ke /tugas.

    { $slip }

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

# Hari libur dan batas waktu
admin-button-days-off = Hari libur
admin-button-waits = Batas waktu
admin-days-off =
    { $count ->
        [0] Belum ada hari libur yang tercatat untuk waktu dekat.
       *[other] **Hari libur berikutnya** (libur nasional dan yang dicatat admin):
    }
admin-days-off-how = Mau menambah? Tulis misalnya “libur 24 desember” atau “libur 24-26 desember”. Kalau ternyata buka: “buka 24 desember”.
admin-day-past = Hari itu sudah lewat, jadi tidak ada yang diubah.
admin-days-too-many = Paling banyak { $max } hari sekaligus dan paling jauh setahun ke depan, ya. Tidak ada yang diubah.
admin-days-same =
    { $how ->
        [closed] { $to ->
            [none] Gerai memang sudah tercatat libur: { $from }.
           *[other] Gerai memang sudah tercatat libur: { $from } sampai { $to }.
        }
       *[open] { $to ->
            [none] Hari itu memang tidak tercatat libur: { $from }.
           *[other] Hari-hari itu memang tidak tercatat libur: { $from } sampai { $to }.
        }
    }
admin-days-changed =
    { $how ->
        [closed] { $to ->
            [none] Tercatat, gerai libur: { $from }. Hari itu tidak ditawarkan untuk pengambilan dan tidak dihitung sebagai waktu kerja.
           *[other] Tercatat, gerai libur: { $from } sampai { $to }. Hari-hari itu tidak ditawarkan untuk pengambilan dan tidak dihitung sebagai waktu kerja.
        }
       *[open] { $to ->
            [none] Tercatat, gerai tidak libur: { $from }. Yang berlaku jam buka biasanya.
           *[other] Tercatat, gerai tidak libur: { $from } sampai { $to }. Yang berlaku jam buka biasanya.
        }
    }
admin-pick-wait = **Batas waktu.** Mana yang mau diubah? Jam kerja dihitung dari jam buka, tanpa hari libur.
admin-wait =
    { $wait ->
        [remind] Diingatkan: { $hours } jam kerja
        [escalate] Sampai ke admin: { $hours } jam kerja
        [expire] Tak terjawab: { $hours } jam
        [lapse] Penawaran lewat: { $hours } jam
       *[collect] Tak diambil: { $hours } jam
    }
admin-ask-wait =
    { $wait ->
        [remind] Setelah berapa jam kerja unit atau pengunjung yang belum menjawab diingatkan? Sekarang { $hours }.
        [escalate] Setelah berapa jam kerja admin dikabari, dan pengunjung tahu bahwa jawabannya lebih lama? Sekarang { $hours }.
        [expire] Setelah berapa jam pesanan yang tidak dijawab unit ditutup? Sekarang { $hours }. Boleh juga misalnya “3 hari”.
        [lapse] Berapa jam setelah masa berlaku penawaran habis pesanannya ditutup? Sekarang { $hours }; 0 berarti langsung.
       *[collect] Setelah berapa jam barang yang siap tetapi tidak diambil ditutup pesanannya? Sekarang { $hours }. Dihitung dari hari ambilnya; boleh juga misalnya “3 hari”.
    }
admin-wait-unclear = Maaf, jumlah jamnya belum terbaca. Cukup satu angka, ya.
admin-wait-absurd = Jumlahnya { $least } sampai { $max } jam, ya.
admin-wait-same = Memang sudah begitu. { $said }.
admin-wait-changed = Sudah diubah. { $said }.

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
admin-invite-office = Untuk komputer kantor yang dipakai bersama, pakai tautan ini; pemiliknya memilih PIN sendiri: { $link }
admin-invite-group =
    Bisa juga untuk grup petugas unit, siapa pun di dalamnya lalu dapat menjawab: { $link ->
        [none] undang kami ke grup itu, lalu kirim { $code } di sana.
       *[other] { $link }
    }

admin-button-phone-views = Siapa melihat nomor
admin-phone-views = **Yang melihat nomor HP pemesan**, terbaru di atas:
admin-phone-views-none = Belum ada yang melihat nomor HP pemesan.
admin-phone-view = { $time } – { $name }: pesanan { $code }
admin-nobody-known = (tidak diketahui)
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

## Produk, unit, dan gerai kita

admin-button-products = Produk & unit
admin-button-units = Unit
admin-button-stand = Gerai kita
catalogue-none = belum diisi
catalogue-unknown = belum tahu
catalogue-there = ada
catalogue-step = Langkah { $step } dari { $steps }
catalogue-saved = Tersimpan.
catalogue-unchanged = Tidak ada yang berubah.
catalogue-now = Sekarang: { $value }
catalogue-noted = { $what } tersimpan: **{ $value }**
catalogue-noted-short = { $what } tersimpan.
catalogue-same = { $what } memang sudah begitu.
catalogue-choose = Silakan pilih salah satu di bawah ini, ya.
catalogue-text-empty = Tulisannya masih kosong. Coba tulis lagi, ya.
catalogue-text-long = Tulisannya agak panjang: { $length } huruf, paling banyak { $max }. Bisa dipendekkan?
catalogue-name-taken = “{ $name }” sudah ada. Coba nama lain, ya.
catalogue-not-a-photo = Fotonya saya terima, tetapi yang sedang ditanyakan bukan foto. Foto itu tidak disimpan.
catalogue-button-skip =
    { $field ->
        [facts] Sudah cukup
        [shelf] Pakai nomor ini
       *[other] { $guided ->
            [yes] Lewati
           *[no] Biarkan saja
        }
    }
catalogue-button-back = Kembali
catalogue-button-leave = Nanti saja
catalogue-button-cancel = Tidak jadi
catalogue-button-keep = Biarkan saja
catalogue-button-right = Sudah benar
catalogue-button-fine = Sudah saya baca, aman
catalogue-button-rewrite = Tulis ulang
catalogue-doubts =
    Mohon dibaca sekali lagi. Nama, nomor, atau perkara seseorang tidak boleh tampil di gerai. Ini yang membuat saya ragu:
    { $passages }
catalogue-doubt =
    { $kind ->
        [name] • “{ $passage }”: nama orang?
        [number] • “{ $passage }”: nomor seseorang?
        [contact] • “{ $passage }”: kontak seseorang?
       *[custody] • “{ $passage }”: tentang seseorang di lapas atau rutan?
    }

product-list =
    **Produk gerai**
    Di etalase: { $published }. Draf: { $drafts }{ $drafts ->
        [0] .
       *[other] , belum terlihat oleh pengunjung.
    }
    Pilih yang mau dilihat atau diubah.
product-list-entry =
    { $state ->
        [draft] { $name } (draf)
        [off] { $name } (diturunkan)
        [sample] { $name } (contoh)
       *[published] { $name }
    }
product-button-new = Tambah produk
product-new =
    { $step ->
        [unit] { $naming ->
            [yes] Apa nama unitnya? Misalnya “Lapas Kelas II Serang”.
           *[no] **Produk baru.** Buatan unit mana?
        }
        [kind] { $naming ->
            [yes] Apa nama jenisnya? Misalnya “Anyaman”.
           *[no] Termasuk jenis apa?
        }
       *[name] Apa nama produknya? Misalnya “Keripik singkong”.
    }
product-name-taken = Sudah ada produk bernama “{ $name }”. Tulis nama lain, ya.
product-added = **{ $name }** tersimpan sebagai draf, nomor rak { $number }. Selebihnya saya tanyakan satu per satu; yang belum tahu boleh dilewati.
product-piece = buah
product-left = Tersimpan sebagai adanya. Lanjutkan kapan saja dari sini atau lewat /kelola.
product-days = { $days } hari
product-field =
    { $field ->
        [name] Nama
        [name-en] Nama Inggris
        [photo] Foto
        [mode] Cara jual
        [variants] Pilihan
        [price] Harga
        [sale-unit] Satuan
        [sale-unit-en] Satuan Inggris
        [place] Tempat ambil
        [lead] Lama dibuat
        [most] Paling banyak
        [shelf] Nomor rak
        [aliases] Sebutan lain
        [story] Cerita
        [story-en] Cerita Inggris
        [facts] Keterangan
        [fact] Keterangan
        [fact-en] Keterangan Inggris
        [kind] Jenis
       *[unit] Unit
    }
product-ask =
    { $field ->
        [name] Apa nama baru produk ini?
        [name-en] Apa nama **{ $name }** dalam bahasa Inggris?
        [photo] Kirim satu foto **{ $name }**, tanpa orang di dalamnya. Paling besar 1 MB, JPEG atau PNG.
        [mode] Bagaimana **{ $name }** dijual?
        [variants] Apakah ada pilihan rasa, ukuran, atau warna? Tulis satu pilihan di tiap baris, harga boleh di belakangnya. Misalnya:
    Original 15rb
    Pedas 16rb
        [price] Berapa harga **{ $name }** per { $unit }? Misalnya “15rb”, atau “belum tahu”.
        [sale-unit] **{ $name }** dihitung per apa? Misalnya “bungkus”, “buah”, atau “pasang”.
        [sale-unit-en] Satuan itu dalam bahasa Inggris? Misalnya “pack”, “piece”, atau “pair”.
        [place] Di mana **{ $name }** diambil?
        [lead] Berapa hari membuatnya sejak dipesan? Tulis angkanya, atau “belum tahu”.
        [most] Paling banyak berapa { $unit } dalam satu pesanan?
        [shelf] Nomor di rak: **{ $value }**. Pakai nomor ini, atau tulis nomor lain.
        [aliases] Orang menyebut **{ $name }** apa lagi? Pisahkan dengan koma, misalnya “kripik, chips”.
        [story] Bagaimana **{ $name }** dibuat? Dua atau tiga kalimat cukup. Ceritakan pembuatannya, jangan orangnya.
        [story-en] Cerita itu dalam bahasa Inggris?
        [facts] Keterangan apa yang sudah pasti tentang **{ $name }**? Pilih satu, atau sudah cukup.
        [fact] { $attribute } **{ $name }**? Tulis hanya yang pasti, atau “belum tahu”.
        [fact-en] { $attribute } itu dalam bahasa Inggris?
        [kind] **{ $name }** termasuk jenis apa?
       *[unit] **{ $name }** buatan unit mana?
    }
product-no-english-name = Baik. Pengunjung berbahasa Inggris membaca nama Indonesianya.
product-no-english = Bahasa Inggrisnya belum lengkap: pengunjung berbahasa Inggris membaca tulisan Indonesianya.
product-photo-not-text = Yang ditunggu foto. Kirim fotonya, atau lewati dulu.
product-photo-problem =
    { $why ->
        [too-large] Fotonya lebih dari 1 MB. Kirim yang lebih kecil, ya.
        [not-a-picture] Itu bukan foto JPEG atau PNG. Kirim foto yang lain, ya.
        [damaged] Fotonya rusak atau terpotong. Kirim sekali lagi, ya.
        [not-here] Lewat WhatsApp ini fotonya tidak sampai kepada saya. Kirim dari Telegram atau halaman gerai, atau lewati dulu.
       *[other] Fotonya belum sampai. Kirim sekali lagi, ya.
    }
product-number-unclear = Maaf, angkanya belum terbaca. Tulis satu angka bulat, misalnya “7”.
product-number-range =
    { $field ->
        [lead] { $number } hari? Tulis dari 0 sampai { $max }, atau “belum tahu”.
        [most] { $number }? Tulis dari 1 sampai { $max }.
       *[shelf] Nomor rak { $number }? Tulis dari 1 sampai { $max }.
    }
product-shelf-taken = Nomor { $number } sudah dipakai { $name }. Yang kosong berikutnya: { $next }.
product-alias-long = Sebutan “{ $alias }” terlalu panjang, paling banyak { $max } huruf. Pisahkan dengan koma, ya.
product-aliases-many = Sebutannya terlalu banyak, paling banyak { $max }.
product-variants-many = Pilihannya terlalu banyak, paling banyak { $max }.
product-variant-there = Pilihan “{ $name }” sudah ada.
product-sheet-head =
    { $state ->
        [draft] **{ $name }** (draf, belum terlihat oleh pengunjung)
        [off] **{ $name }** (diturunkan dari etalase)
        [sample] **{ $name }** (contoh)
       *[published] **{ $name }** (diterbitkan oleh { $by })
    }
product-sheet-line = • { product-field }: { $value }
product-sheet-no-english = Nama Inggris belum ada; yang dipakai nama Indonesianya.
product-button-go-on = Lanjutkan mengisi
product-button-look = Lihat seperti pengunjung
product-button-publish = Lihat & terbitkan
product-button-take-off = Turunkan
product-button-change = Ubah dulu
product-preview-head = Beginilah pengunjung melihatnya:
product-missing = Belum diisi: { $missing }.
product-ask-publish = Terbitkan **{ $name }** sekarang? Nama Anda dicatat sebagai penerbitnya.
product-is-published = Sudah terbit, oleh { $by }.
product-button-publish-now = Terbitkan
product-button-publish-fine = Sudah saya baca, terbitkan
product-changed-meanwhile = Produk ini baru saja berubah. Mohon dilihat sekali lagi.
product-published =
    **{ $name }** sudah terbit, nomor rak { $number }. Pengunjung langsung bisa melihat dan menanyakannya.{ $mode ->
        [ready] {" "}Jangan lupa hitung stoknya di menu admin.
       *[other] {""}
    }
product-ask-take-off = Turunkan **{ $name }** dari etalase? Pesanan yang sudah ada tetap berjalan.
product-button-take-off-yes = Ya, turunkan
product-taken-off = **{ $name }** sudah diturunkan. Pengunjung tidak melihatnya lagi.
product-button-bring-back = Kembalikan sebagai draf
product-brought-back = Kembali sebagai draf, nomor rak { $number }.
story-none = Cerita tentang **{ $name }** belum ada.

variant-list = Pilihan **{ $name }**. Mau mengubah yang mana?
variant-sheet =
    **{ $product } – { $name }**
    Harga: { $price }
    Sebutan lain: { $aliases ->
        [none] belum diisi
       *[other] { $aliases }
    }
variant-field =
    { $field ->
        [name] Nama
        [name-en] Nama Inggris
        [price] Harga
       *[aliases] Sebutan lain
    }
variant-ask =
    { $field ->
        [name] Apa nama baru pilihan ini?
        [name-en] Apa nama pilihan **{ $name }** dalam bahasa Inggris?
        [price] Berapa harga **{ $name }**? Misalnya “15rb”, atau “belum tahu”.
       *[aliases] Orang menyebut **{ $name }** apa lagi? Pisahkan dengan koma.
    }
variant-price-noted = Harganya tersimpan.
variant-button-new = Tambah pilihan
variant-button-drop = Turunkan pilihan ini
variant-dropped = Pilihan **{ $name }** tidak ditawarkan lagi.
variant-is-only-one = Ini satu-satunya pilihan. Kalau tidak dijual lagi, turunkan produknya, ya.
kind-button-new = Jenis baru

unit-list = **Unit** yang memasok gerai. Mau mengubah yang mana?
unit-list-entry =
    { $sample ->
        [yes] { $name } (contoh)
       *[no] { $name }
    }
unit-button-new = Unit baru
unit-added = Unit **{ $name }** tersimpan.
unit-sheet =
    **{ $name }**
    { $about }
unit-field =
    { $field ->
        [name] Nama
        [name-en] Nama Inggris
        [about] Tentang unit
       *[about-en] Tentang unit (Inggris)
    }
unit-ask =
    { $field ->
        [name] Apa nama baru unit ini?
        [name-en] Apa nama **{ $name }** dalam bahasa Inggris?
        [about] Apa yang dikerjakan di bengkel **{ $name }**? Satu atau dua kalimat, tentang pekerjaannya dan bukan orangnya.
       *[about-en] Keterangan itu dalam bahasa Inggris?
    }

place-list = **Tempat ambil.** Mau mengubah yang mana?
place-button-new = Tempat baru
place-button-no-hours = Jamnya belum tahu
place-kind =
    { $kind ->
        [workshop] Bengkel unit
       *[agreement] Sesuai janji
    }
place-new =
    { $step ->
        [kind] **Tempat ambil baru.** Di bengkel unit, atau sesuai janji dengan petugas?
        [name] Apa nama tempatnya? Misalnya “Bengkel Lapas Serang”.
        [address] Di mana alamatnya? Seperti yang dibaca pengunjung.
       *[hours] Kapan bukanya? Misalnya “senin-jumat 08.00-15.00”. Hari yang tidak disebut tutup.
    }
place-added = Tempat **{ $name }** tersimpan.
place-sheet =
    **{ $name }**
    { $address }
    { $week }
place-field =
    { $field ->
        [name] Nama
        [address] Alamat
       *[hours] Jam buka
    }
place-ask =
    { $field ->
        [name] Apa nama baru tempat ini?
        [address] Apa alamat baru **{ $name }**?
       *[hours] Jam buka **{ $name }** sekarang: { $value }
    Sudah benar? Kalau belum, tulis jamnya, misalnya “senin-jumat 08.00-15.00, sabtu tutup”.
    }

stand-sheet-head =
    { $sample ->
        [yes] **Gerai kita** (sebagian masih contoh)
       *[no] **Gerai kita**
    }
stand-sheet-line = • { stand-field }: { $value }
stand-button-guide = Isi satu per satu
stand-button-places = Tempat ambil
stand-field =
    { $field ->
        [name] Nama gerai
        [address] Alamat
        [hours] Jam buka
        [payment] Cara bayar
        [delivery] Pengiriman
        [data-keeper] Penyimpan data
       *[time-zone] Zona waktu
    }
stand-ask =
    { $field ->
        [name] Apa nama gerai ini?
        [name-en] Nama itu dalam bahasa Inggris?
        [address] Di mana gerainya? Tulis seperti yang dibaca pengunjung.
        [address-en] Alamat itu dalam bahasa Inggris?
        [hours] Jam buka gerai sekarang: { $value }
    Sudah benar? Kalau belum, tulis jamnya, misalnya “senin-jumat 08.00-15.00, sabtu tutup”.
        [payment] Bagaimana pengunjung membayar? Misalnya “Tunai atau QRIS di gerai”, atau “belum tahu”.
        [payment-en] Cara bayar itu dalam bahasa Inggris?
        [delivery] Apakah barang bisa dikirim? Tulis caranya, atau “belum tahu”.
        [delivery-en] Keterangan pengiriman itu dalam bahasa Inggris?
        [data-keeper] Siapa yang menyimpan nama dan nomor pengunjung, untuk apa, dan kepada siapa bertanya? Pengunjung membacanya saat pertama memesan.
        [data-keeper-en] Keterangan itu dalam bahasa Inggris?
       *[time-zone] Gerai ini di zona waktu mana?
    }
stand-zone =
    { $zone ->
        [wib] WIB
        [wita] WITA
       *[wit] WIT
    }
stand-zone-set = Zona waktu gerai: **{ stand-zone }**. Tersimpan.

samples-button = Hapus contoh
samples-none = Tidak ada produk contoh lagi di gerai.
samples-ask =
    Hapus semua contoh dari gerai? Yang hilang: { $products }, beserta foto dan stok karangannya. Produk Anda sendiri tetap ada.
samples-button-yes = Ya, hapus contoh
samples-refused =
    Belum bisa dihapus, karena contoh ini sudah dipakai:
    { $touched }
    Catatan itu tidak boleh hilang. Contoh yang sudah dipakai bisa diturunkan saja dari etalase, dan yang lain dihapus.
samples-touched-line =
    • { $name }{ $orders ->
        [none] {""}
       *[other] {" "}· pesanan { $orders }
    }{ $movements ->
        [0] {""}
       *[other] {" "}· catatan stok: { $movements }
    }{ $questions ->
        [0] {""}
       *[other] {" "}· pertanyaan: { $questions }
    }{ $wishes ->
        [0] {""}
       *[other] {" "}· minat: { $wishes }
    }
samples-button-take-off = Turunkan itu, hapus yang lain
samples-removed =
    Contoh sudah dihapus: { $products }.{ $off ->
        [none] {""}
       *[other] {" "}Diturunkan saja: { $off }.
    }{ $units ->
        [none] {""}
       *[other] {" "}Unit contoh yang ikut hilang: { $units }.
    }

## Kabar untuk admin: cadangan data

alarm-backup =
    { $what ->
        [failed] **Cadangan data gerai gagal dibuat** sejak { $time }. Gerai tetap melayani. Mohon sampaikan kepada yang merawat komputernya: perintah gerai doctor menyebutkan apa yang perlu dibenahi.
        [stale] **Cadangan data gerai sudah lama**: yang terakhir dibuat { $time }. Gerai tetap melayani. Mohon sampaikan kepada yang merawat komputernya: perintah gerai doctor menyebutkan apa yang perlu dibenahi.
       *[over] **Cadangan data gerai sudah dibuat lagi** pada { $time }.
    }

## Kabar untuk petugas gerai

notice-unseen = **Belum dilihat di kantor { $unit }** selama { $minutes } menit. Mohon dibantu, ya.
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

## Yang menunggu terlalu lama

card-head-waiting = **{ $code }** dari { $name } untuk { $unit } masih menunggu jawaban. Mohon dijawab, ya; pengunjungnya menunggu.
card-head-helpless = **{ $code }** dari { $name } belum juga dijawab { $unit }. Mohon dibantu: hubungi unitnya, atau jawab dari sini.
news-waiting = masih menunggu jawaban { $unit }; mohon dijawab, pengunjungnya menunggu
news-helpless = belum juga dijawab { $unit }; mohon dibantu
notice-late = Mohon maaf, pesanan { $code } ({ $items }) belum sempat dijawab { $unit }, jadi agak lebih lama dari perkiraan. Unitnya sudah kami ingatkan, dan pengelola gerai ikut membantu. Begitu ada jawaban, langsung kami kabari.
news-late = { $unit } belum sempat menjawab, jadi agak lebih lama; sudah kami ingatkan dan segera kami kabari
notice-quote-waits = Penawaran untuk pesanan { $code } masih menunggu jawaban Anda:
quote-unanswered = Penawaran { $unit } untuk **{ $code }** ({ $name }) belum dijawab pemesannya: { $items }. Berlaku sampai { $until }. Kalau perlu, pemesannya bisa dihubungi.
news-quote-waits = penawarannya belum dijawab pemesan; berlaku sampai { $until }
notice-last-call = Pesanan **{ $code }** ({ $items }) masih menunggu Anda di { $place }. Mohon diambil paling lambat { $by }; setelah itu pesanannya kami tutup.
notice-last-call-paid = Pesanan **{ $code }** ({ $items }) masih menunggu Anda di { $place } dan sudah dibayar. Mohon diambil paling lambat { $by }, ya.
news-last-call = mohon diambil di { $place } paling lambat { $by }
paid-uncollected = **{ $code }** ({ $name }) sudah dibayar, tetapi belum diambil: { $items } dari { $unit }. Pesanannya tidak kami tutup; mohon pemesannya dihubungi.
news-paid-waits = sudah dibayar, tetapi belum diambil; mohon pemesannya dihubungi
notice-expired =
    { $was ->
        [new] Mohon maaf, sampai batas waktunya { $unit } belum menjawab pesanan { $code } ({ $items }), jadi kami tutup. Kalau masih berminat, pilih “Pesan lagi”.
        [quoted] Penawaran { $unit } untuk pesanan { $code } ({ $items }) sudah lewat masa berlakunya, jadi kami tutup. Kalau masih berminat, pilih “Pesan lagi”.
       *[ready] Pesanan { $code } ({ $items }) tidak diambil sampai batas waktunya, jadi kami tutup. Kalau masih berminat, pilih “Pesan lagi”.
    }
unit-expired =
    { $was ->
        [new] Pesanan **{ $code }** ({ $name }) tidak terjawab sampai batas waktunya dan sudah ditutup: { $items }. Pemesannya sudah kami kabari.
        [quoted] Penawaran untuk **{ $code }** ({ $name }) lewat masa berlakunya tanpa jawaban dan sudah ditutup: { $items }.
       *[ready] { $goods ->
            [stock] Pesanan **{ $code }** ({ $name }) tidak diambil dan sudah ditutup: { $items }. Barangnya kembali ke stok gerai.
           *[made] Pesanan **{ $code }** ({ $name }) tidak diambil dan sudah ditutup: { $items }. Barangnya ada di { $place }; mohon disepakati dengan { $unit } mau diapakan.
        }
    }
news-expired =
    { $was ->
        [new] tidak terjawab sampai batas waktunya dan sudah ditutup
        [quoted] penawarannya lewat masa berlakunya dan sudah ditutup
       *[ready] { $goods ->
            [stock] tidak diambil dan sudah ditutup; barangnya kembali ke stok gerai
           *[made] tidak diambil dan sudah ditutup; mohon barangnya diurus
        }
    }
answered-by = { $unit } menjawab paling lambat { $by }.
button-my-order = Lihat pesanan
button-order-again = Pesan lagi
button-see-order = Lihat { $code }
staff-question-waits =
    { $told ->
        [remind] **Pertanyaan nomor { $number }** tentang { $about } masih menunggu jawaban. Mohon dijawab, ya.
       *[escalate] { $from ->
            [none] **Pertanyaan nomor { $number }** tentang { $about } belum juga dijawab. Mohon dibantu.
           *[other] **Pertanyaan nomor { $number }** tentang { $about } belum juga dijawab { $from }. Mohon dibantu.
        }
    }
template-question-waits = masih menunggu jawaban
question-late = Mohon maaf, pertanyaan Anda tentang { $about } belum sempat dijawab petugas. Sudah kami ingatkan; begitu ada jawaban, langsung kami kabari.

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
news-quote-taken =
    { $from ->
        [stock] usulannya disetujui, barangnya siap diserahkan
       *[made] penawarannya diterima, silakan dikerjakan
    }
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

api-locked = Halaman ini terkunci. Buka dengan PIN dulu, ya.
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
page-by-hand = Atau kirim “{ $number }” ke
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

## Label rak dan poster, dicetak

label-send = Tanpa memindai: kirim “{ $number }” ke
label-open = Tanpa memindai: buka
poster-scan = Pindai kode ini dengan kamera HP.
poster-look = Lihat produknya, atau tulis nomor yang ada di labelnya.
poster-ask =
    { $stage ->
        [interest] Tanya apa saja. Kalau tertarik, minat Anda kami catat.
       *[other] Tanya dan pesan lewat obrolan. Petugas membantu bila perlu.
    }
poster-write = Atau kirim pesan ke
poster-open = Atau buka

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
page-chat-print = Cetak slip
page-chat-noscript = Obrolan ini perlu JavaScript. Tanpa itu pun, petugas di gerai siap membantu.
page-chat-clear = Hapus riwayat obrolan

page-forget = Hapus riwayat obrolan?
page-forget-explained = Riwayat ini hanya tersimpan di perangkat ini. Kalau perangkatnya dipakai bersama, mulailah sebagai orang baru; kabar pesanan tidak akan masuk ke sini lagi.
page-forget-lines = Hapus riwayat
page-forget-all = Hapus dan mulai sebagai orang baru
page-forget-cancel = Batal

## Slip yang dipindai

slip-title = Slip { $code }
slip-description = Slip pengambilan untuk petugas gerai
slip-explained = Untuk petugas gerai: buka slip ini di obrolan Anda.
slip-open-telegram = Buka di Telegram
slip-open-here = Buka sebagai petugas gerai
slip-open-own = Ini pesanan saya

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
